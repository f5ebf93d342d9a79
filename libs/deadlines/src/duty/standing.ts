import type { Role } from '@property-office/contracts';

interface Span {
  from: Date;
  /** Null: open. The span holds `from` and not `until`. */
  until: Date | null;
}

/** What is known of who serves on a site around an instant. */
export interface Standing {
  roles: ReadonlyArray<Span & { personId: string; role: Role; siteId: string | null }>;
  duties: ReadonlyArray<Span & { personId: string; role: Role }>;
  absences: ReadonlyArray<Span & { personId: string }>;
  /** Of kind duty; the deputy of order 1 is asked before that of order 2. */
  delegations: ReadonlyArray<Span & { fromPersonId: string; toPersonId: string; order: number }>;
}

/** Who is told: a person, for somebody else where they are the deputy ("X for Y", G1). */
export interface OnDuty {
  personId: string;
  forPersonId: string | null;
}

/**
 * Who is on duty in a role (G5): whoever holds it, or for the duty officer whoever the duty plan names, where it names
 * somebody; each as `standingIn` says. In no particular order, nobody twice.
 */
export function onDuty(standing: Standing, role: Role, at: Date): OnDuty[] {
  const planned = role === 'duty-officer' ? standing.duties.filter((each) => each.role === role && holds(each, at)) : [];
  const named = planned.length > 0 ? planned : standing.roles.filter((each) => each.role === role && holds(each, at));
  return standingIn(standing, named.map(({ personId }) => personId), at);
}

/**
 * The people themselves, unless they are away; who has given their duty to deputies is asked by the first of those who is
 * not away, and asked after all where all deputies are.
 */
export function standingIn(standing: Standing, people: readonly string[], at: Date): OnDuty[] {
  const told = new Map<string, OnDuty>();
  for (const personId of people) {
    const found = deputyOf(standing, personId, at) ?? (isAway(standing, personId, at) ? undefined : { personId, forPersonId: null });
    const known = found && told.get(found.personId);
    if (found && !(known && known.forPersonId === null)) told.set(found.personId, found);
  }
  return [...told.values()];
}

function deputyOf(standing: Standing, personId: string, at: Date): OnDuty | undefined {
  const [first] = standing.delegations
    .filter((each) => each.fromPersonId === personId && holds(each, at) && !isAway(standing, each.toPersonId, at))
    .sort((one, other) => one.order - other.order);
  return first && { personId: first.toPersonId, forPersonId: personId };
}

function isAway({ absences }: Standing, personId: string, at: Date): boolean {
  return absences.some((each) => each.personId === personId && holds(each, at));
}

function holds({ from, until }: Span, at: Date): boolean {
  return from <= at && (until === null || at < until);
}
