import type { AskedPrincipal } from './internal-routes';

/** Internal routes: what somebody has in hand that somebody else must take over when they leave (G6). `POST BelongingsOf` → `BelongingsInHand`. */
export const deskBelongingsPath = '/internal/desk/belongings';
export const workOrderBelongingsPath = '/internal/work-orders/belongings';
export const followUpBelongingsPath = '/internal/follow-ups/belongings';
export const caseBelongingsPath = '/internal/cases/belongings';
export const paperBelongingsPath = '/internal/papers/belongings';
export const noticeBelongingsPath = '/internal/notices/belongings';

export interface BelongingsOf {
  personId: string;
  /** Who is shown it: what is hidden from them, or from whose deputy they are, is left out, and what is confidential without their knowing of it (W2.3, W1.1). */
  reader: AskedPrincipal;
}

export const workKinds = [
  'contact',
  'phone-note',
  'visitor',
  'work-order',
  'follow-up',
  'complaint',
  'complaint-task',
  'suggestion',
  'cause-measure',
  'mail',
  'incoming-document',
  'outgoing-document',
  'directive',
  'print-job',
  'notice',
  'notice-task',
] as const;
export type WorkKind = (typeof workKinds)[number];

export interface WorkInHand {
  kind: WorkKind;
  id: string;
  /** Of a task that of what it is about, of a draft that of the draft. */
  number: string;
  siteId: string;
  /**
   * RFC 3339 UTC: since when there is something to do, or since when it has been theirs; of a phone note, mail and a print job,
   * of which neither is kept, when it was last changed.
   */
  from: string;
}

export interface BelongingsInHand {
  items: WorkInHand[];
}
