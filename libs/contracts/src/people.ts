/** directory's internal route: `POST PeopleMatch` → `PeopleMatched`. Ids only: who they are is read where it is shown. */
export const matchPeoplePath = '/internal/people/matches';

/** People known on a site; every condition that is given narrows. */
export interface PeopleMatch {
  siteId: string;
  personIds?: string[];
  /** A whole telephone number, found by its blind index. */
  phone?: string;
  /** Tied to this home today. */
  homeId?: string;
}

export interface PeopleMatched {
  items: Array<{
    personId: string;
    /** Homes of the site they are tied to today. */
    homeIds: string[];
  }>;
}
