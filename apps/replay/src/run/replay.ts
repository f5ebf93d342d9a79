import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Connection, Progress, Registrar, Session, type Terminal } from '@property-office/office-client';
import { People } from '../carrying/people';
import { distinctPlaces } from '../office/distinct-places';
import { openSite, type OpenSite } from '../office/open-site';
import { planRow, type PlannedRow } from '../planning/plan-row';
import { OddRows } from '../source/oddities';
import { readSource, type Source } from '../source/read-source';
import { repeatedId, writeNotCarried } from './not-carried';
import type { ReplayOptions } from './options';
import { RowReplay } from './replay-rows';
import { StateFile } from './state-file';

/** How long the office may be away, and how long what follows by itself may take. */
const awayMs = 10 * 60_000;
const followsWithinMs = 3 * 60_000;

/**
 * Replays a register into a running office.
 * @returns whether every row was carried or refused with a reason
 * @throws Unreachable, Stopped, Refused where the office cannot be made ready
 */
export async function replay(options: ReplayOptions, out: Terminal, stop: AbortSignal): Promise<boolean> {
  const say = (line: string): void => void out.write(`${line}\n`);
  const odd = new OddRows();
  const source = readSource(readFileSync(options.file, 'utf8'), odd);
  const rows = planned(source, options.limit, odd);
  const connection = new Connection({ url: options.url, width: options.width, patienceMs: awayMs, stop });
  try {
    const importer = new Session(connection, options.login, options.password);
    say(`${basename(options.file)}: ${rows.length} rows of ${source.register.name}, to ${options.url}`);
    const registrar = new Registrar(importer, options.password, 'replay');
    const site = await openSite(registrar, source.register);
    const state = StateFile.open(options.stateFile, site.id);
    const left = rows.filter(({ source: { externalId } }) => !state.of(externalId)?.done);
    if (left.length < rows.length) say(`${rows.length - left.length} of them were carried by an earlier run`);
    const places = await registrar.places(site.id, distinctPlaces(left.map(({ location }) => location)), (done, all) =>
      say(`${done}/${all} places registered`),
    );
    const rowReplay = await carryAll({ options, connection, importer, site, state, places, left, out });
    const { counts } = rowReplay;
    counts.notCarried.push(...source.repeated.filter(({ line }) => line <= lastLine(rows)).map(repeatedId));
    writeNotCarried(options.refusedFile, counts.notCarried);
    summary({ rows, rowReplay, odd, options }).forEach(say);
    return counts.notCarried.every(({ refused }) => refused);
  } finally {
    await connection.close();
  }
}

function planned({ register, rows }: Source, limit: number, odd: OddRows): PlannedRow[] {
  return rows.slice(0, limit).map((row) => planRow(register.name, row, Date.now(), odd));
}

function lastLine(rows: readonly PlannedRow[]): number {
  return rows.at(-1)?.source.line ?? 0;
}

interface Carrying {
  options: ReplayOptions;
  connection: Connection;
  importer: Session;
  site: OpenSite;
  state: StateFile;
  places: ReadonlyMap<string, string>;
  left: readonly PlannedRow[];
  out: Terminal;
}

async function carryAll({
  options,
  connection,
  importer,
  site,
  state,
  places,
  left,
  out,
}: Carrying): Promise<RowReplay> {
  const people = new People(connection, site, options.password);
  const carrier = {
    connection,
    importer,
    people,
    places,
    file: basename(options.file),
    patienceMs: followsWithinMs,
  };
  const start = performance.now();
  const progress = new Progress(out, left.length, 'rows', () => {
    const requests = connection.answered / ((performance.now() - start) / 1000);
    return `${requests.toFixed(0)} requests/s, ${connection.repeated} repeated${connection.lastReason && ` (${connection.lastReason})`}, ${rowReplay.counts.notCarried.length} refused`;
  });
  const rowReplay = new RowReplay(carrier, state, () => progress.step());
  try {
    await rowReplay.run(left, options);
  } catch (error) {
    writeNotCarried(options.refusedFile, rowReplay.counts.notCarried);
    throw error;
  } finally {
    progress.stop();
  }
  return rowReplay;
}

interface Done {
  rows: readonly PlannedRow[];
  rowReplay: RowReplay;
  odd: OddRows;
  options: ReplayOptions;
}

function summary({ rows, rowReplay: { counts }, odd, options }: Done): string[] {
  const refused = counts.notCarried.filter((each) => each.refused).length;
  const failed = counts.notCarried.length - refused;
  const open = rows.filter(({ ending }) => ending.kind === 'open').length;
  return [
    `${counts.done} rows carried now (${counts.reported} reported), ${refused} refused, ${failed} failed; ${open} of ${rows.length} stay open as in the register`,
    ...(counts.notCarried.length > 0 ? [`Listed in ${options.refusedFile}`] : []),
    ...(odd.lines().length > 0 ? ['Odd rows in the file, and what was done:', ...odd.lines()] : []),
  ];
}
