import type { NoticeKind } from '@property-office/contracts';

/** Pass quiet hours, and reach by SMS who asked for these alone: who is not told in time cannot store water. */
const urgentKinds: ReadonlySet<string> = new Set<NoticeKind>(['outage', 'safety']);

export function isUrgentKind(kind: string): boolean {
  return urgentKinds.has(kind);
}
