import type { Shielded } from '@property-office/access';
import type { Confidentiality } from '@property-office/contracts';
import type { RecordOrigin } from '../../persistence/new-record';

/** What an event says of something that may be a record. */
export interface Proposed {
  eventId: string;
  siteId: string;
  source: RecordOrigin;
  datedAt: Date;
  confidentiality: Confidentiality;
  title: string | null;
  pages: number | null;
  copies: number | null;
  attachmentIds: string[];
  /** From whom it is hidden whatever their roles (W2.3). */
  hiddenFrom?: Shielded;
}
