import type { Deputyship, Principal } from './principal';
import type { Role } from './roles';

interface AskedGrant {
  role: Role;
  /** Left out: every site. */
  siteId?: string;
}

/** Somebody in whose name one service asks another. */
export interface AskedPrincipal extends Pick<Principal, 'personId' | 'crews' | 'homes'> {
  roles: AskedGrant[];
  /** Whose work they may do today (G1). Left out: nobody's. */
  deputyships?: Array<Pick<Deputyship, 'forPersonId' | 'kind' | 'crews'> & { roles: AskedGrant[] }>;
}

/** complaints' internal route: `POST CaseVisibilityAsked` → `CaseVisibility`. Who sees a case sees its timeline. */
export const caseVisiblePath = '/internal/cases/visible';

export interface CaseVisibilityAsked {
  caseId: string;
  principal: AskedPrincipal;
}

export interface CaseVisibility {
  visible: boolean;
}

/** notifications' internal route: `POST PersonToTell` → `{}`. For who may be named in no event; told once for one key. */
export const tellPersonPath = '/internal/people/tell';

export interface PersonToTell {
  personId: string;
  siteId: string;
  kind: string;
  subject: { type: string; id: string };
  /** Tells this occasion from others of its kind about the same thing. */
  occasion: string;
  number: string;
  /** RFC 3339 UTC. */
  happenedAt: string;
}
