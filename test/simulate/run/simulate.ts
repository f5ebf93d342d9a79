import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Connection, Progress, type Terminal } from '@property-office/office-client';
import { Office } from '../../support/office';
import { Performer } from '../carrying/perform';
import { TownPeople } from '../carrying/town-people';
import { openTown } from '../office/open-town';
import { makePlan, type Plan } from '../planning/make-plan';
import { day, hour } from '../planning/slots';
import { figuresOf, lineOf } from './figures';
import { Journal } from './journal';
import { cameTo, neverHappened } from './never-left-out';
import type { SimulateOptions } from './options';
import { runSlot, type OfficeInHand } from './run-slots';
import { toldAndThere } from './told-and-there';
import { tooLong } from './too-long';

/** How long the office may be away, how long what follows by itself may take, which it may be killed before, and how long rest may. */
const awayMs = 5 * 60_000;
const followsWithinMs = awayMs;
const restsWithinMs = 10 * 60_000;
const settleSeconds = 60;
const mostNamed = 20;

/** China keeps one time all year: its midnight is 16:00 UTC. */
const chinaMidnight = 16 * hour;

export interface Simulated {
  /** Everything went as planned, all that was answered is there once, and ops verify is clean. */
  clean: boolean;
  figures: string[];
  /** What was otherwise. */
  wrong: string[];
}

/** Runs a plan in an office of its own, which it kills on the way. @throws Unreachable, Stopped */
export async function simulate(options: SimulateOptions, out: Terminal, stop: AbortSignal): Promise<Simulated> {
  const began = performance.now();
  const say = (line: string): void => void out.write(`${line}\n`);
  const plan = makePlan(options.plan, options.seed);
  say(`plan ${plan.name}, seed ${plan.seed}: ${plan.steps} steps in ${plan.scale.days} days`);
  if (options.folder !== undefined) mkdirSync(options.folder, { recursive: true });
  const office = await Office.start({ deployment: 'all-in-one', firstStart: true, ...(options.folder !== undefined && { folder: options.folder }) });
  const connection = new Connection({ url: office.url, width: options.width * 3, patienceMs: awayMs, stop });
  try {
    const run = await runPlan({ plan, options, office, connection, out, say });
    const findings = await office.verify(settleSeconds);
    const { town, stories, wrong } = run;
    const query = office.query;
    const differences = await toldAndThere(query, town.siteId, stories);
    const tookMs = performance.now() - began;
    const figures = [
      ...(await figuresOf(query, town.siteId)),
      lineOf('acts', [...run.done].map(([what, n]) => ({ what, n }))),
      lineOf('kills', plan.scale.kills.map((what) => ({ what, n: 1 })).reduce(summed, [])),
      `requests answered: ${connection.answered}; ${connection.repeated} tries had to be repeated`,
      `took ${(tookMs / 1000).toFixed(0)} s`,
    ];
    const broken = findings.flatMap(({ id, title, broken: rows }) => rows.map((row) => `ops verify ${id}, ${title}: ${row}`));
    const all = [...wrong, ...broken, ...differences, ...neverHappened(await cameTo(query, town.siteId), plan.scale.papers !== undefined), ...tooLong(options, tookMs)];
    figures.forEach(say);
    all.slice(0, mostNamed).forEach(say);
    say(all.length === 0 ? 'ops verify is clean; everything that was answered is there, once' : `${all.length} things are wrong`);
    return { clean: all.length === 0, figures, wrong: all };
  } finally {
    await connection.close();
    await office.stop();
  }
}

interface Running {
  plan: Plan;
  options: SimulateOptions;
  office: Office;
  connection: Connection;
  out: Terminal;
  say(line: string): void;
}

async function runPlan({ plan, options, office, connection, out, say }: Running) {
  const { seed, scale } = plan;
  const { width } = options;
  const { password } = office;
  const journal = await Journal.open(join(office.folder, 'simulation.jsonl'), { plan: plan.name, seed }, async () => nextMidnight(await office.clock.now()));
  const { start } = journal.header;
  if (!journal.town) journal.opened(await openTown({ connection, password, scale, seed, start, width, say }));
  const town = journal.town!;
  await office.comeToRest(restsWithinMs);
  const people = new TownPeople(connection, town, password);
  const performer = new Performer({ connection, people, town, seed, start, patienceMs: followsWithinMs });
  for (const [what, times] of journal.done) performer.done.set(what, times);
  const left = plan.slots.slice(journal.slots).filter(({ stories }) => stories.length > 0);
  if (journal.slots > 0) say(`${journal.slots} of ${plan.slots.length} slots were done by an earlier run`);
  let today = '';
  const progress = new Progress(out, left.flatMap(({ stories }) => stories.flat()).length, 'steps', () => `${today}, ${connection.repeated} repeated, ${journal.wrong.length} wrong`);
  try {
    for (const slot of left) {
      today = `day ${Math.floor(slot.at / day) + 1}`;
      await runSlot({ office: inHand(office, say), performer, journal, width, onStep: () => progress.step() }, slot);
    }
  } finally {
    progress.stop();
  }
  return { town, stories: journal.stories.values(), wrong: journal.wrong, done: performer.done };
}

function inHand(office: Office, say: (line: string) => void): OfficeInHand {
  return {
    reach: async (at) => {
      const ahead = at - (await office.clock.now()).getTime();
      if (ahead > 0) await office.clock.skip(ahead);
    },
    rest: () => office.comeToRest(restsWithinMs),
    kill: async (part) => {
      await office.kill9(part);
      await office.restart(part);
      say(`killed ${part} and waited until it was back`);
    },
  };
}

function nextMidnight(now: Date): number {
  return Math.ceil((now.getTime() - chinaMidnight) / day) * day + chinaMidnight;
}

function summed(counted: Array<{ what: string; n: number }>, { what, n }: { what: string; n: number }): Array<{ what: string; n: number }> {
  const known = counted.find((each) => each.what === what);
  return known ? counted.map((each) => (each === known ? { what, n: each.n + n } : each)) : [...counted, { what, n }];
}
