/** What the search finds, as it is called where attachments belong to it. */
export const foundKinds = ['incoming-document', 'outgoing-document', 'directive', 'mail-item'] as const;
export type FoundKind = (typeof foundKinds)[number];
