import type { ContentDamage } from '@property-office/contracts';

/** Papers that were closed of a living file and go with their record. */
export interface LivingPapers {
  fileId: string;
  items: number[];
  /** Of their files those that no other paper there has. */
  attachmentIds: string[];
}

/** What can happen to a record after it was archived, in the words of the domain; the rest stands on the record. */
export type RecordEvent =
  | { kind: 'described' | 'moved' | 'hold-set' | 'hold-lifted' }
  | { kind: 'reader-admitted'; readerId: string; until: Date | null }
  | { kind: 'admission-ended'; readerId: string }
  | { kind: 'kept'; appraisalId: string; keptUntilYear: number | null }
  | { kind: 'destroyed'; destructionId: string; proof: string; attachmentIds: string[]; living: LivingPapers | undefined }
  | { kind: 'handed-over'; handOverId: string; proof: string }
  | { kind: 'file-damaged'; position: number; sha256: string; found: ContentDamage }
  | { kind: 'file-restored'; position: number; sha256: string };

/** What is found of the bytes of a file, of a record or of a paper in a living file. */
export type FileEvent = Extract<RecordEvent, { kind: 'file-damaged' | 'file-restored' }>;
