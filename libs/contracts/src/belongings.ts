import type { Principal } from './principal';

/** Internal routes: what somebody has in hand that somebody else must take over when they leave (G6). `POST BelongingsOf` → `BelongingsInHand`. */
export const deskBelongingsPath = '/internal/desk/belongings';
export const noticeBelongingsPath = '/internal/notices/belongings';
/** `POST CaseBelongingsOf`. */
export const caseBelongingsPath = '/internal/cases/belongings';

export interface BelongingsOf {
  personId: string;
}

export interface CaseBelongingsOf extends BelongingsOf {
  /** Who is shown it, and whose deputy they are: what is hidden from one of them is left out (W2.3). */
  readers: Array<Pick<Principal, 'personId' | 'crews'>>;
}

export const workKinds = ['contact', 'phone-note', 'visitor', 'complaint', 'complaint-task', 'suggestion', 'cause-measure', 'notice', 'notice-task'] as const;
export type WorkKind = (typeof workKinds)[number];

export interface WorkInHand {
  kind: WorkKind;
  id: string;
  /** Of a task that of what it is about. */
  number: string;
  siteId: string;
  /** RFC 3339 UTC: since when there is something to do. */
  from: string;
}

export interface BelongingsInHand {
  items: WorkInHand[];
}
