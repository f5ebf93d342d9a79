import { takenBackWithin } from '@property-office/kernel';
import type { IncomingMove } from './incoming-states';
import type { OutgoingMove } from './outgoing-states';

/** The last thing that happened to a document, as the ledger has it. */
export interface LastMove {
  type: string;
  actorId: string;
  recordedAt: Date;
}

/** Acts that close no clock and told nobody outside the office: a state is all there is to undo. */
export const incomingActs: Readonly<Record<string, IncomingMove>> = {
  'documents.incoming-checked.v1': 'check',
  'documents.incoming-sent-back.v1': 'send-back',
};
export const outgoingActs: Readonly<Record<string, OutgoingMove>> = {
  'documents.outgoing-checked.v1': 'check',
  'documents.outgoing-discarded.v1': 'discard',
};

/** Which of these acts it takes back; undefined where it cannot be: that nothing followed is in the question, it is the last event that is asked about. */
export function movedBack<M>({ type, actorId, recordedAt }: LastMove, personId: string, now: Date, acts: Readonly<Record<string, M>>): M | undefined {
  const move = acts[type];
  return move !== undefined && actorId === personId && now.getTime() - recordedAt.getTime() <= takenBackWithin ? move : undefined;
}
