import type { DelegationKind, Role } from '@property-office/contracts';
import { kindsOfRole } from './handed-on';

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
  /** The deputy of order 1 is asked before that of order 2. */
  delegations: ReadonlyArray<Span & { kind: DelegationKind; fromPersonId: string; toPersonId: string; order: number }>;
  /** Who has left (G6): as who is away, and for good. */
  gone: ReadonlySet<string>;
}

/** Who is told: a person, for somebody else where they are the deputy ("X for Y", G1). */
export interface OnDuty {
  personId: string;
  forPersonId: string | null;
}

/**
 * Who is on duty in a role (G5): whoever holds it, or for the duty officer whoever the duty plan names, where it names
 * somebody who has not left; each as `standingIn` says, by deputies who may act in that role. In no particular order, nobody twice.
 */
export function onDuty(standing: Standing, role: Role, at: Date): OnDuty[] {
  const planned = role === 'duty-officer' ? standing.duties.filter((each) => each.role === role && holds(each, at) && !standing.gone.has(each.personId)) : [];
  const named = planned.length > 0 ? planned : standing.roles.filter((each) => each.role === role && holds(each, at));
  return standingIn(standing, named.map(({ personId }) => personId), at, kindsOfRole(role));
}

/**
 * The people themselves, unless they are away. Duty is given away: the first deputy for it who is not away is asked instead,
 * and the person after all where all of them are. Approvals stay with the person: the first such deputy who is not away is
 * asked while the person is.
 * @param kinds which deputies may do what is asked
 */
export function standingIn(standing: Standing, people: readonly string[], at: Date, kinds: readonly DelegationKind[] = ['duty']): OnDuty[] {
  const told = new Map<string, OnDuty>();
  for (const personId of people) {
    const deputy = (kind: DelegationKind) => (kinds.includes(kind) ? deputyOf(standing, personId, kind, at) : undefined);
    const found = deputy('duty') ?? (isAway(standing, personId, at) ? deputy('approvals') : { personId, forPersonId: null });
    const known = found && told.get(found.personId);
    if (found && !(known && known.forPersonId === null)) told.set(found.personId, found);
  }
  return [...told.values()];
}

/** As it is where nobody of these serves in anybody's place: the next deputy is asked, or whoever gave them their duty. */
export function barring<S extends Standing>(standing: S, isBarred: (personId: string) => boolean): S {
  return { ...standing, delegations: standing.delegations.filter(({ toPersonId }) => !isBarred(toPersonId)) };
}

function deputyOf(standing: Standing, personId: string, kind: DelegationKind, at: Date): OnDuty | undefined {
  const [first] = standing.delegations
    .filter((each) => each.kind === kind && each.fromPersonId === personId && holds(each, at) && !isAway(standing, each.toPersonId, at))
    .sort((one, other) => one.order - other.order);
  return first && { personId: first.toPersonId, forPersonId: personId };
}

/** Whether somebody is away, or has left. */
export function isAway({ absences, gone }: Standing, personId: string, at: Date): boolean {
  return gone.has(personId) || absences.some((each) => each.personId === personId && holds(each, at));
}

function holds({ from, until }: Span, at: Date): boolean {
  return from <= at && (until === null || at < until);
}
