import type { ClaimedAttachment } from './attachments';
import type { Confidentiality } from './documents';

/** What a record was proposed from; a record that was catalogued by hand has none. The last two are what an ownership or a device left in its living file. */
export const recordSources = ['incoming-document', 'outgoing-document', 'complaint', 'notice', 'repair-request', 'repair-register', 'home-file', 'device-file'] as const;
export type RecordSource = (typeof recordSources)[number];

/** How long a record is kept (保管期限: 永久、30 年、10 年), as it stands in archive numbers. */
export const retentions = ['Y', 'D30', 'D10'] as const;
export type Retention = (typeof retentions)[number];

/** What a retention rests on, the strongest first: a law, an administrative regulation, a rule of a ministry, a standard, the company's own table. */
export const basisRanks = ['law', 'regulation', 'ministry-rule', 'standard', 'company'] as const;
export type BasisRank = (typeof basisRanks)[number];

/** What is to become of a record whose retention is over (鉴定意见). */
export const appraisalVerdicts = ['keep', 'destroy'] as const;
export type AppraisalVerdict = (typeof appraisalVerdicts)[number];

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
  /** As counted of its paper and files, where somebody stated another number in `pages`; an older process does not say it. */
  pagesCounted?: number | null;
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
  /** `size` in bytes; an older process of files does not say it. */
  attachments: Array<ClaimedAttachment & { size?: number }>;
}

/** How a record is lent (借阅): its paper is handed over, or its files are opened for a while. */
export const loanForms = ['paper', 'digital'] as const;
export type LoanForm = (typeof loanForms)[number];

/** Why a digital loan is over. */
export const loanEnds = ['time-over', 'closed', 'recalled', 'borrower-left'] as const;
export type LoanEnd = (typeof loanEnds)[number];

/** What is handed over at the end of a contract (移交): named records, those of a category, the living files of homes and devices, or everything. */
export const handOverScopes = ['named', 'category', 'living-files', 'all'] as const;
export type HandOverScope = (typeof handOverScopes)[number];

/** Who signs for a hand-over, three people. */
export const handOverParts = ['giver', 'receiver', 'witness'] as const;
export type HandOverPart = (typeof handOverParts)[number];

/** files' internal route: `POST AttachmentBytesAsked` → `AttachmentBytes`. For archives alone, which mark what they lend or copy. */
export const attachmentBytesPath = '/internal/attachments/bytes';
/** So many bytes at most are told at a time: a whole scan takes several. */
export const mostBytesTold = 2 * 1024 * 1024;

export interface AttachmentBytesAsked {
  attachmentId: string;
  from: number;
}

export interface AttachmentBytes {
  /** Of all its bytes; 0: they are missing. */
  size: number;
  base64: string;
}

/** How something stands in the reconciliation of a month: a record, proposed and not decided, returned; told by its source and not proposed; proposed, and its source does not know of it. */
export const monthStandings = ['record', 'open', 'returned', 'missing', 'unknown'] as const;
export type MonthStanding = (typeof monthStandings)[number];

/** Why a month that was closed is not any more. */
export const reopenings = ['late-event', 'proposed-again', 'counted'] as const;
export type Reopening = (typeof reopenings)[number];
