import type { Confidentiality, Retention } from '@property-office/contracts';

/**
 * Whether the director decides on lending or copying a record (W4.3): what is confidential, kept for ever, or on hold for a
 * dispute. Of all else the clerk may.
 */
export function isImportant({ confidentiality, retention, held }: { confidentiality: Confidentiality; retention: Retention; held: boolean }): boolean {
  return confidentiality === 'confidential' || retention === 'Y' || held;
}
