import type { DelegationKind } from './duty';
import type { Role } from './roles';

/** A role held today. `siteId` null means on every site of the company. */
export interface RoleGrant {
  role: Role;
  siteId: string | null;
}

/** Who is signed in, as the door vouches for it. Rights are the union of the grants (G1). */
export interface Principal {
  personId: string;
  accountId: string;
  sessionId: string;
  /** Shown to the person and on what they do; never put into an event. */
  name: string;
  roles: RoleGrant[];
  /** Crews the person belongs to today. */
  crews: string[];
  /** Homes the person is tied to today. */
  homes: string[];
  /** Whose work the person may do today; left out: nobody's. */
  deputyships?: Deputyship[];
}

/** A delegation in force: acts under it are done with these roles of the other person, and show whose they were (G1). */
export interface Deputyship {
  forPersonId: string;
  kind: DelegationKind;
  /** Of those the other person holds today, the ones of this kind. */
  roles: RoleGrant[];
  /** Crews the other person belongs to today: what is hidden from one is not seen through them. Left out: none. */
  crews?: string[];
}

/** Who did an act, in which role, and for whom when it was done on someone's behalf (G1: "X for Y"). */
export interface Actor {
  personId: string;
  role: Role | 'system';
  forPersonId?: string;
}

/** The system itself: reactions and timers act in its name. */
export const systemActor: Actor = { personId: '00000000-0000-7000-8000-000000000000', role: 'system' };
