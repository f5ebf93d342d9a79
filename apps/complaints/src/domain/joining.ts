/** Of a complaint, who has to do with it. */
export interface JoinedComplaint {
  handlerId: string | null;
  aboutPersonIds: readonly string[];
}

export type JoinRefusal = 'complains' | 'handles' | 'is-complained-about';

/** Why somebody cannot be one more complainant of it (W2.3); undefined: they can. */
export function mayNotJoin(personId: string, { handlerId, aboutPersonIds }: JoinedComplaint, complainantIds: readonly string[]): JoinRefusal | undefined {
  if (complainantIds.includes(personId)) return 'complains';
  if (personId === handlerId) return 'handles';
  return aboutPersonIds.includes(personId) ? 'is-complained-about' : undefined;
}
