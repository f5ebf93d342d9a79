/** What can happen to a proposal, in the words of the domain; the rest stands on it. */
export type ProposalEvent = { kind: 'proposed' | 'returned' } | { kind: 'accepted'; recordId: string; archiveNumber: string } | { kind: 'renewed'; attachmentIds: string[] };
