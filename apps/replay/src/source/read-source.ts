import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { clean, hasOddCharacters } from './clean-text';
import type { OddRows } from './oddities';
import { registerOf, type Register } from './registers';
import type { SourceRow } from './source-row';

export interface Source {
  register: Register;
  rows: SourceRow[];
  /** Lines that repeat the id of another: nobody can say which is meant. */
  repeated: SourceRow[];
}

const year = 365 * 24 * 3_600_000;
const furthestDue = 20 * year;

/** Reads a register. @throws Error when the file is none, or no CSV */
export function readSource(text: string, odd: OddRows): Source {
  const records = parse(text, {
    columns: true,
    bom: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
    info: true,
  }) as unknown as Array<{
    record: Record<string, string>;
    info: { lines: number };
  }>;
  const register = registerOf(Object.keys(records[0]?.record ?? {}));
  const source: Source = { register, rows: [], repeated: [] };
  const seen = new Set<string>();
  for (const { record, info } of records) {
    const row = rowOf(register, record, info.lines, odd);
    (seen.has(row.externalId) ? source.repeated : source.rows).push(row);
    seen.add(row.externalId);
  }
  return source;
}

function rowOf(register: Register, record: Record<string, string>, line: number, odd: OddRows): SourceRow {
  const raw = register.read(record);
  const externalId =
    clean(raw.id) || `row-${createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 16)}`;
  if (!clean(raw.id)) odd.note('no-external-id', externalId);
  const texts = [raw.category, raw.descriptor, raw.title, raw.address, raw.unit, raw.resolution];
  if (texts.some(hasOddCharacters)) odd.note('odd-characters', externalId);

  const createdAt = instant(raw.created);
  if (!createdAt) odd.note('no-created-time', externalId);
  const resolution = clean(raw.resolution);
  return {
    externalId,
    line,
    createdAt,
    ...endOf(
      externalId,
      clean(raw.status).toLowerCase(),
      { createdAt, closedAt: instant(raw.closed), resolution },
      odd,
    ),
    dueAt: dueOf(externalId, raw.due, createdAt, odd),
    onTime: raw.onTime,
    category: clean(raw.category),
    descriptor: clean(raw.descriptor),
    title: clean(raw.title),
    address: clean(raw.address),
    unit: clean(raw.unit),
    resolution,
  };
}

interface End {
  createdAt: Date | undefined;
  closedAt: Date | undefined;
  resolution: string;
}

function endOf(
  id: string,
  status: string,
  { createdAt, closedAt, resolution }: End,
  odd: OddRows,
): Pick<SourceRow, 'closed' | 'closedAt'> {
  const known = status === 'open' || status === 'closed';
  if (!known) odd.note('unknown-status', id);
  const closed = known ? status === 'closed' : closedAt !== undefined;
  if (!closed) {
    if (/^case (?:closed|resolved)/i.test(resolution)) odd.note('open-though-resolved', id);
    return { closed, closedAt: undefined };
  }
  if (!closedAt) odd.note('closed-without-time', id);
  const reversed = closedAt && createdAt && closedAt < createdAt;
  if (reversed) odd.note('closed-before-created', id);
  return { closed, closedAt: reversed ? undefined : closedAt };
}

function dueOf(
  id: string,
  text: string | undefined,
  createdAt: Date | undefined,
  odd: OddRows,
): Date | undefined {
  if (!clean(text)) return undefined;
  const due = instant(text);
  const absurd = !due || (createdAt && Math.abs(due.getTime() - createdAt.getTime()) > furthestDue);
  if (absurd) odd.note('absurd-due-time', id);
  return absurd ? undefined : due;
}

/** A time with its zone, of the years the API takes. */
function instant(text: string | undefined): Date | undefined {
  const value = clean(text);
  if (!/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(value)) return undefined;
  const at = new Date(value);
  const inRange = at.getUTCFullYear() > 1900 && at.getUTCFullYear() < 2100;
  return inRange ? at : undefined;
}
