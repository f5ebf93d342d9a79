import type { Shielded } from '@property-office/access';
import type { WireEvent } from '@property-office/contracts';
import type { RecordOrigin } from '../../persistence/new-record';
import type { ProposingEvent } from '../../sources/proposed-of';

/** What a source says happened in a month and proposes a record. */
export interface Told {
  event: WireEvent & ProposingEvent;
  source: RecordOrigin;
  hiddenFrom: Shielded | undefined;
}
