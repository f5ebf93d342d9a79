import type { IncomingMove } from './incoming-states';

/** One's own last act can be taken back for five minutes after it was recorded (G3). */
const within = 5 * 60_000;

/** The last thing that happened to a document, as the ledger has it. */
export interface LastMove {
  type: string;
  actorId: string;
  recordedAt: Date;
}

/** Acts that close no clock and told nobody outside the office: a state is all there is to undo. */
const events: Readonly<Record<string, IncomingMove>> = {
  'documents.incoming-checked.v1': 'check',
  'documents.incoming-sent-back.v1': 'send-back',
};

/** Which act it takes back; undefined where it cannot be: that nothing followed is in the question, it is the last event that is asked about. */
export function movedBack({ type, actorId, recordedAt }: LastMove, personId: string, now: Date): IncomingMove | undefined {
  const move = events[type];
  return move !== undefined && actorId === personId && now.getTime() - recordedAt.getTime() <= within ? move : undefined;
}
