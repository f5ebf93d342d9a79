import { carryWork, Refused, until, type Connection, type Session, type WorkEnding, type WorkOrder } from '@property-office/office-client';
import type { Outcome } from '../planning/plan-ending';
import type { PlannedRow } from '../planning/plan-row';
import type { People } from './people';
import { keyOfStep } from './key-of-step';

export interface Carrier {
  connection: Connection;
  /** Who reports: an importer. */
  importer: Session;
  people: People;
  /** Ids of places by external code. */
  places: ReadonlyMap<string, string>;
  /** Name of the file: part of every key. */
  file: string;
  /** How long to wait for what follows by itself. */
  patienceMs: number;
}

interface RepairRequest {
  id: string;
  status: string;
  externalReference: string | null;
}

interface FollowUp {
  id: string;
  status: string;
  episode: number;
  version: number;
}

/** Reports a row. @returns the id of the request */
export async function reportRow({ importer, places, file }: Carrier, row: PlannedRow): Promise<string> {
  const { source, report, location } = row;
  const id = places.get(location.externalCode)!;
  const where = location.kind === 'home' ? { homeId: id } : { place: id };
  const key = keyOfStep(file, source.externalId, 'report');
  try {
    const body = { ...report, location: where };
    return (await importer.post<RepairRequest>('/api/repair-requests', body, key)).id;
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'external-reference-taken') throw error;
    return (await reportedBefore(importer, report.externalReference)) ?? Promise.reject(error);
  }
}

/** By a run whose keys are forgotten, or from a file of another name. */
async function reportedBefore(importer: Session, reference: string): Promise<string | undefined> {
  const path = `/api/repair-requests?q=${encodeURIComponent(reference)}`;
  return (await importer.find<RepairRequest>(path, (each) => each.externalReference === reference))?.id;
}

/** Lets the office carry a reported row to the end its register gives it. */
export async function carryRow(carrier: Carrier, row: PlannedRow, requestId: string): Promise<void> {
  const { connection, importer, people, file, patienceMs } = carrier;
  const { source, ending } = row;
  const { line } = source;
  const keyOf = (step: string): string => keyOfStep(file, source.externalId, step);
  const desk = people.deskFor(line);
  const request = (): Promise<RepairRequest> =>
    importer.get<RepairRequest>(`/api/repair-requests/${requestId}`);
  const isAt = (status: string) =>
    until(connection, `the request being ${status}`, patienceMs, async () =>
      (await request()).status === status ? true : undefined,
    );

  const cancel = async (reason: string): Promise<void> => {
    await desk
      .post(`/api/repair-requests/${requestId}/cancel`, { reason }, keyOf('cancel'))
      .catch(async (error: unknown) => {
        if (!(error instanceof Refused) || error.status !== 409 || (await request()).status !== 'cancelled')
          throw error;
      });
    await isAt('cancelled');
  };
  const orderOf = (episode: number): Promise<WorkOrder> =>
    until(connection, 'the work order', patienceMs, async () => {
      const { items } = await desk.get<{ items: WorkOrder[] }>(
        `/api/work-orders?repairRequestId=${requestId}`,
      );
      return items.find((order) => order.first && order.episode === episode);
    });

  const work = async (episode: number, as: WorkEnding): Promise<void> => {
    const pause = (ms: number): Promise<void> => connection.pause(ms);
    await carryWork(await orderOf(episode), { turn: line, ending: as, people, keyOf, pause });
  };

  switch (ending.kind) {
    case 'open':
      return;
    case 'cancelled':
      return cancel(ending.reason);
    case 'nobody-in':
      await work(1, ending);
      return cancel(ending.reason);
    case 'done':
      for (const [index, outcome] of ending.outcomes.entries()) {
        const episode = index + 1;
        await work(episode, ending);
        await followUp(carrier, { requestId, episode, desk, outcome, keyOf });
      }
      await isAt('closed');
  }
}

interface Asking {
  requestId: string;
  episode: number;
  desk: Session;
  outcome: Outcome;
  keyOf(step: string): string;
}

async function followUp(
  { connection, patienceMs }: Carrier,
  { requestId, episode, desk, outcome, keyOf }: Asking,
): Promise<void> {
  const found = await until(connection, 'the follow-up', patienceMs, async () => {
    const { items } = await desk.get<{ items: FollowUp[] }>(`/api/follow-ups?repairRequestId=${requestId}`);
    return items.find((each) => each.episode === episode && each.status !== 'planned');
  });
  if (found.status !== 'due' && found.status !== 'in-hand') return;
  await desk.post(
    `/api/follow-ups/${found.id}/outcome`,
    outcome,
    keyOf(`outcome ${episode} ${found.version}`),
  );
}
