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
