/** What can happen to a record after it was archived, in the words of the domain; the rest stands on the record. */
export type RecordEvent =
  | { kind: 'described' | 'moved' | 'hold-set' | 'hold-lifted' }
  | { kind: 'reader-admitted'; readerId: string; until: Date | null }
  | { kind: 'admission-ended'; readerId: string };
