import type { AttachedObject, AttachmentRefusal } from '@property-office/contracts';

const hour = 3_600_000;
/** An upload that no object has asked for is gone after a day (architecture.md, Data). */
export const unclaimedMs = 24 * hour;
/**
 * Between the claim and the object's event the upload is kept for longer: the event may have to wait for a broker that
 * is away, and what was accepted must not lose its photo.
 */
export const claimedMs = 7 * 24 * hour;

/** What decides on a claim. */
export interface Claimable {
  uploaderId: string;
  /** When it is gone; null once an object has it. */
  expiresAt: Date | null;
  /** The objects that have it. */
  linkedTo: readonly AttachedObject[];
}

/**
 * Whether an upload can be claimed for an object. A claim whose event has not come yet binds nobody: the object it was
 * for may have been refused, and its maker tries again with another one.
 * @returns why not, or undefined
 */
export function refusalOf(
  attachment: Claimable | undefined,
  { uploaderId, object, now }: { uploaderId: string; object: AttachedObject; now: Date },
): AttachmentRefusal | undefined {
  if (!attachment || (attachment.expiresAt && attachment.expiresAt <= now)) return 'unknown';
  if (attachment.uploaderId !== uploaderId) return 'not-yours';
  const { linkedTo } = attachment;
  const isIts = linkedTo.some(({ type, id }) => type === object.type && id === object.id);
  return linkedTo.length > 0 && !isIts ? 'taken' : undefined;
}
