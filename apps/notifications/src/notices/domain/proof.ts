import type { ClaimedAttachment } from '@property-office/contracts';
import { noticeErrors } from './errors';

/** A screenshot or a photo shows what was posted; a document shows nothing of it. @throws proofMissing (400) */
export function assertPictures(files: ReadonlyArray<Pick<ClaimedAttachment, 'mediaType'>>): void {
  const other = files.findIndex(({ mediaType }) => !mediaType.startsWith('image/'));
  if (other >= 0) throw noticeErrors.proofIsNoPicture(other);
}
