import type { OpenComplaints } from '@property-office/contracts';
import { overStates, type ComplaintState } from './complaint-states';

interface Standing {
  state: ComplaintState;
  /** What the clock of the solution says: a date promised by name, or an extension, has taken its place. */
  dueAt: Date | null;
  extensionUntil: Date | null;
  extensionToldAt: Date | null;
}

/** By when a complaint that is not over is to be settled (W2.3). Nothing is promised any more once its result waits for feedback. */
export function openPromise({ state, dueAt, extensionUntil, extensionToldAt }: Standing, now: Date): OpenComplaints['items'][number]['promised'] {
  if (dueAt === null || state === 'awaiting-feedback' || overStates.includes(state)) return null;
  // An extension of an earlier round promises nothing of this one.
  const extended = extensionToldAt !== null && extensionUntil?.getTime() === dueAt.getTime();
  return { by: dueAt.toISOString(), extended, overdue: dueAt < now };
}
