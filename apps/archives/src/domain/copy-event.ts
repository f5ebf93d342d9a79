/** What can happen to copies of a record, in the words of the domain; the rest stands on them. */
export type CopyEvent = { kind: 'asked' | 'approved' | 'refused' | 'withdrawn' | 'handed-over' } | { kind: 'made'; first: number };
