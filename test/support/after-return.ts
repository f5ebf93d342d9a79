import { readFileSync } from 'node:fs';
import type { Office, Part } from './office';
import { schemasOf } from './rest';

/** After kill -9 of a process every reaction is there so soon after its return. */
export const reactionsWithinMs = 10_000;
const lookedBackFor = '5 minutes';
const patienceMs = 120_000;

/** A process that was killed and is back, as soon as it says that it is ready; or one that went on when its like was killed. */
export interface Return {
  part: Part;
  /** By the clock of PostgreSQL. */
  real: Date;
  /** As `recorded_at` of a ledger has it. */
  platform: Date;
  waits: Waits;
}

/** kill -9 of a part, and whatever is needed for its return. */
export async function killAndReturn(office: Office, part: Part): Promise<Return> {
  await office.kill9(part);
  await office.restart(part);
  return { part, ...(await momentOf(office)), waits: watchProcessor(office.pid(part)) };
}

/** kill -9 of one of several processes of a service: the others do its work from that moment on. */
export async function killBeside(office: Office, killed: Part, part: Part): Promise<Return> {
  const back = { part, ...(await momentOf(office)), waits: watchProcessor(office.pid(part)) };
  await office.kill9(killed);
  return back;
}

async function momentOf(office: Office): Promise<Pick<Return, 'real' | 'platform'>> {
  const [now] = await office.query<Pick<Return, 'real' | 'platform'>>('SELECT clock_timestamp() AS real, platform.now() AS platform');
  return now!;
}

/**
 * To be called when the load has ended: waits until all is done.
 * @returns milliseconds from the return until what was recorded before it had reached the last of its reactions, and so had the
 * work orders and follow-ups of the requests among it, by what PostgreSQL wrote down. What the process that came back stood ready
 * until then and was given no processor is not counted: other tests run on the same two cores, and that is no promise of the product.
 */
export async function reactedAfter(office: Office, { real, platform, waits }: Return): Promise<number> {
  await office.comeToRest(patienceMs).finally(() => waits.end());
  const schemas = await schemasOf(office);
  const recent = `recorded_at BETWEEN $2::timestamptz - interval '${lookedBackFor}' AND $2`;
  const before = schemas.map((schema) => `SELECT event_id FROM ${schema}.ledger WHERE ${recent}`);
  const followed = [`dispatch.ledger WHERE type = 'dispatch.work-order-created.v1'`, `followups.ledger WHERE type = 'followups.follow-up-planned.v1'`].map(
    (ledger) =>
      `SELECT event_id FROM ${ledger} AND (data ->> 'repairRequestId')::uuid IN
         (SELECT aggregate_id FROM tickets.ledger WHERE type = 'tickets.repair-requested.v1' AND ${recent})`,
  );
  const received = schemas.map((schema) => `SELECT max(received_at) AS at FROM ${schema}.inbox JOIN event USING (event_id)`);
  const [last] = await office.query<{ ms: number; at: Date }>(
    `WITH event AS (${[...before, ...followed].join(' UNION ')})
     SELECT greatest(extract(epoch FROM max(at) - $1) * 1000, 0)::float8 AS ms, max(at) AS at FROM (${received.join(' UNION ALL ')}) AS each`,
    [real, platform],
  );
  return last!.ms - waits.until(last!.at);
}

const lookEveryMs = 50;

/** What a process has waited for since it is watched. */
interface Waits {
  end(): void;
  /** In milliseconds. */
  until(at: Date): number;
}

/** Looks again and again, until told to end. */
export function watchProcessor(pid: number): Waits {
  const begun = waitedForProcessor(pid);
  const seen = [{ at: Date.now(), waitedMs: begun }];
  const timer = setInterval(() => seen.push({ at: Date.now(), waitedMs: waitedForProcessor(pid) }), lookEveryMs);
  timer.unref();
  return {
    end: () => clearInterval(timer),
    // PostgreSQL has the clock of this machine.
    until: (at) => (seen.findLast((each) => each.at <= at.getTime())?.waitedMs ?? begun) - begun,
  };
}

/** Milliseconds that the main thread of a process could have run and was not let. */
function waitedForProcessor(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
}
