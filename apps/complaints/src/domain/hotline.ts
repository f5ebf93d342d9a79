/** Of what a hotline sent: its number for the matter, and by when it wants an answer. */
export interface Hotline {
  number: string;
  deadline: Date;
}

const day = 24 * 3_600_000;

/**
 * Our own date where a hotline has one: its deadline leads, and ours is earlier (W2.3). A day before it, or half of what is
 * left where that has passed; the last moment before it where it came too late for either.
 */
export function beforeHotline(hotlineDeadline: Date, now: Date): Date {
  const before = hotlineDeadline.getTime() - day;
  const latest = before > now.getTime() ? before : Math.min((now.getTime() + hotlineDeadline.getTime()) / 2, hotlineDeadline.getTime() - 1);
  return new Date(Math.floor(latest));
}

/** Whether that of somebody who joins leads from now on: one that can still be met, and earlier than the one that leads so far (W2.3). */
export function takesTheLead(joined: Hotline, leading: Date | null, now: Date): boolean {
  if (leading === null) return true;
  const [isAhead, leadIsAhead] = [joined.deadline > now, leading > now];
  return isAhead === leadIsAhead ? joined.deadline < leading : isAhead;
}
