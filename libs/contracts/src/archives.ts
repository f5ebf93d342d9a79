import type { ClaimedAttachment } from './attachments';
import type { Confidentiality } from './documents';

/** What a record was proposed from; a record that was catalogued by hand has none. */
export const recordSources = ['incoming-document', 'outgoing-document', 'complaint', 'notice', 'repair-request'] as const;
export type RecordSource = (typeof recordSources)[number];

/** How long a record is kept (保管期限: 永久、30 年、10 年), as it stands in archive numbers. */
export const retentions = ['Y', 'D30', 'D10'] as const;
export type Retention = (typeof retentions)[number];

/** What a retention rests on, the strongest first: a law, an administrative regulation, a rule of a ministry, a standard, the company's own table. */
export const basisRanks = ['law', 'regulation', 'ministry-rule', 'standard', 'company'] as const;
export type BasisRank = (typeof basisRanks)[number];

/** What a living file is about: one for each home (一户一档), one for each device (一机一档). */
export const livingFileSubjects = ['home', 'device'] as const;
export type LivingFileSubject = (typeof livingFileSubjects)[number];

/** The internal route of each service that records are proposed from: `POST RecordMattersAsked` → `RecordMatters`. */
export const recordMatterPaths = {
  documents: '/internal/documents/record-matters',
  complaints: '/internal/complaints/record-matters',
  notifications: '/internal/notices/record-matters',
  tickets: '/internal/repair-requests/record-matters',
} as const;

export interface RecordMattersAsked {
  ids: string[];
}

/** Those that exist, in any order. */
export interface RecordMatters {
  matters: RecordMatter[];
}

/** One step of how something was handled: who did what, when. Neither names nor words. */
export interface HandlingStep {
  /** Type of the event. */
  type: string;
  /** RFC 3339 UTC, as is what follows. */
  happenedAt: string;
  recordedAt: string;
  /** Null: a resident, as who reported or complained. Records keep what was done, not who of the neighbours did. */
  actorId: string | null;
  actorRole: string;
  actorFor: string | null;
}

/** What a record of something holds and no event may say: asked for when somebody looks at the proposal or accepts it. */
export interface RecordMatter {
  id: string;
  title: string;
  /** Who is responsible for it (责任者): its sender, or who signed it off, as the source writes it down; null: the site's office. */
  responsibleParty: string | null;
  /** 文号. */
  documentNumber: string | null;
  pages: number | null;
  copies: number | null;
  /** There is an original of paper. */
  paper: boolean;
  confidentiality: Confidentiality;
  /** The final text, where it is no file. */
  text: string | null;
  attachmentIds: string[];
  trail: HandlingStep[];
}

/** files' internal route: `POST AttachmentsAsked` → `AttachmentsDescribed`. Reads alone; archives takes hashes from here. */
export const describeAttachmentsPath = '/internal/attachments/descriptions';

export interface AttachmentsAsked {
  attachmentIds: string[];
}

/** Those that are still there, in any order. */
export interface AttachmentsDescribed {
  attachments: ClaimedAttachment[];
}
