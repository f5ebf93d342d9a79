import type { EventStream, StoredAck } from './event-stream';
import { faultPoint } from './fault-points';
import { toWireEvent, type LedgerRow } from './ledger-entry';

const inFlight = 32;
/** So many refusals mean that it is not the events' fault: the rest of the batch is left for later. */
const mostRefusals = 8;

export interface BatchHooks {
  subjectOf: (row: LedgerRow) => string;
  epoch: number;
  /** Asked before each event. */
  mayGoOn: () => boolean;
  /** True when an acknowledgement shows that the stream has lost messages: nothing of the batch counts. */
  contradicts: (ack: StoredAck) => boolean;
  stored: (ack: StoredAck) => void;
  refused: (row: LedgerRow, error: unknown) => void;
}

export interface BatchResult {
  /** `seq` of the events the broker has stored. */
  stored: string[];
  highWater: number;
  lost: boolean;
}

/**
 * Publishes rows given in the order of the ledger: at most 32 in flight and one per aggregate, so that an aggregate's
 * events stand in the stream in their order. Behind one that is refused its aggregate waits.
 */
export async function publishBatch(
  stream: EventStream,
  rows: readonly LedgerRow[],
  hooks: BatchHooks,
): Promise<BatchResult> {
  const queues = [...Map.groupBy(rows, (row) => row.aggregate_id).values()];
  const result: BatchResult = { stored: [], highWater: 0, lost: false };
  let refusals = 0;
  const over = () => result.lost || refusals >= mostRefusals || !hooks.mayGoOn();

  const publishQueue = async (queue: LedgerRow[]): Promise<void> => {
    for (const row of queue) {
      if (over()) return;
      const ack = await publish(stream, row, hooks).catch((error: unknown) => {
        refusals += 1;
        hooks.refused(row, error);
      });
      if (!ack) return;
      hooks.stored(ack);
      if (hooks.contradicts(ack)) result.lost = true;
      result.stored.push(row.seq);
      result.highWater = Math.max(result.highWater, ack.seq);
      await faultPoint('relay.midBatch');
    }
  };
  const worker = async (): Promise<void> => {
    for (let queue = queues.shift(); queue && !over(); queue = queues.shift()) await publishQueue(queue);
  };
  // Every worker has ended before anybody begins another batch, whatever happened to one of them.
  const ends = await Promise.allSettled(Array.from({ length: Math.min(inFlight, queues.length) }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return result;
}

async function publish(
  stream: EventStream,
  row: LedgerRow,
  { epoch, subjectOf }: BatchHooks,
): Promise<StoredAck> {
  const bytes = new TextEncoder().encode(JSON.stringify(toWireEvent(row)));
  return stream.publish(subjectOf(row), bytes, `${epoch}:${row.event_id}`);
}
