import type { Shielded } from '@property-office/access';
import type { WireEvent } from '@property-office/contracts';
import type { RecordOrigin } from '../../persistence/new-record';
import type { ProposingEvent } from '../../sources/proposed-of';
import type { RegisterLine } from '../domain/repair-register';

/** What a source says happened in a month and proposes a record. */
export interface Told {
  event: WireEvent & ProposingEvent;
  source: RecordOrigin;
  hiddenFrom: Shielded | undefined;
}

/** What all sources say of a month. */
export interface Said {
  /** Before the first of them was asked: an answer that was asked for earlier says nothing that this one does not know. */
  askedAt: Date;
  proposing: Told[];
  /** What tickets says was done in it, or since the time that was asked for. */
  done: RegisterLine[];
}
