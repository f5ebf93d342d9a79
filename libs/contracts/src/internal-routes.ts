import type { Principal } from './principal';
import type { Role } from './roles';

/** complaints' internal route: `POST CaseVisibilityAsked` → `CaseVisibility`. Who sees a case sees its timeline. */
export const caseVisiblePath = '/internal/cases/visible';

export interface CaseVisibilityAsked {
  caseId: string;
  principal: Pick<Principal, 'personId' | 'crews' | 'homes'> & {
    /** Without a site: on every site. */
    roles: Array<{ role: Role; siteId?: string }>;
  };
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
