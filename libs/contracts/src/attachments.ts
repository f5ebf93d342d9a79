/** files' internal route: `POST AttachmentClaim` with a token of the asking service → `AttachmentClaimed`. */
export const claimAttachmentsPath = '/internal/attachments/claims';

/** Asks that uploads are kept for an object which is about to name them. The object's event makes it lasting. */
export interface AttachmentClaim {
  attachmentIds: string[];
  /** Who makes the object; only their own uploads can be claimed. */
  uploaderId: string;
  object: AttachedObject;
}

/** What attachments belong to: its type as in the events (`repair-request`), and its id. */
export interface AttachedObject {
  type: string;
  id: string;
}

/**
 * Why an upload cannot be claimed.
 * - `unknown`: never was, or is gone because nobody claimed it within a day
 * - `not-yours`: somebody else uploaded it
 * - `taken`: it belongs to another object
 */
export type AttachmentRefusal = 'unknown' | 'not-yours' | 'taken';

/** Empty: all are claimed. Otherwise none is. */
export interface AttachmentClaimed {
  refused: Array<{ attachmentId: string; reason: AttachmentRefusal }>;
  /** What was claimed, in the order asked for. */
  claimed: ClaimedAttachment[];
}

/** What an object may keep of an attachment it names: the bytes of an id never change. */
export interface ClaimedAttachment {
  id: string;
  name: string;
  mediaType: string;
  /** Of the bytes as they are kept, hex. */
  sha256: string;
}

/** files' internal route: `POST AttachmentTextAsked` → `AttachmentText`. */
export const attachmentTextPath = '/internal/attachments/text';

export interface AttachmentTextAsked {
  attachmentId: string;
}

/**
 * Why nothing of a file can be read.
 * - `no-words`: a picture, or a scan, which is nothing but pictures
 * - `encrypted`, `broken`: it cannot be opened
 * - `too-large`: reading it takes more than a paper does
 * - `gone`: there is no such attachment any more
 */
export const noTextReasons = ['no-words', 'encrypted', 'broken', 'too-large', 'gone'] as const;
export type NoTextReason = (typeof noTextReasons)[number];

/**
 * What an attachment says, its beginning where it says very much. `waiting`: being read, ask again. `pages`: as many as it has, null where
 * nothing counts them, as of a document of Word; an older process of files does not say it.
 */
export type AttachmentText = ({ state: 'read'; text: string } | { state: 'none'; reason: NoTextReason }) & { pages?: number | null } | { state: 'waiting' };

/** files' internal route: `POST ContentAsked` → `ContentFixity`. */
export const contentFixityPath = '/internal/contents/fixity';

/** Asks whether the bytes of that hash are on the disk and have it still, looked at no earlier than `since`. */
export interface ContentAsked {
  sha256: string;
  since: string;
}

/** What is wrong with bytes that are to be kept: they have another hash or cannot be read, or they are not there. */
export const contentDamages = ['damaged', 'missing'] as const;
export type ContentDamage = (typeof contentDamages)[number];

/** What the bytes were found to be, and since when that is known. `waiting`: they are being read, ask again. */
export type ContentFixity = { state: 'waiting' } | { state: 'whole' | ContentDamage; checkedAt: string };
