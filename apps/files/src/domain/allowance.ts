import { fileErrors } from './errors';
import { mostUnlinked } from './limits';

/**
 * Whether somebody may upload another file. Only what no object has counts: whoever reports, complains and files papers is
 * not held up, whoever fills the disk is.
 * @param seconds until the first of them counts no more
 * @throws uploadsUsedUp (429)
 */
export function requireAllowance(unlinked: { files: number; bytes: number; seconds: number }, size: number): void {
  const { files, bytes, seconds } = unlinked;
  if (files + 1 > mostUnlinked.files || bytes + size > mostUnlinked.bytes) throw fileErrors.uploadsUsedUp(Math.max(1, seconds));
}
