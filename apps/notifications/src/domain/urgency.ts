import type { RepairClass } from '@property-office/contracts';
import type { NoticeKind } from './notices';

/** What may disturb people at night: danger and urgent outages (product.md, G5; service targets P0, P1). */
export function isUrgent(repairClass: RepairClass | null | undefined): boolean {
  return repairClass === 'P0' || repairClass === 'P1';
}

const atOnce: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['complaint-major', 'contact-heated']);

/** What is to be taken in hand at once, whatever the hour: a major case by the director (R1.4), a heated talk by the lead (W2.1). */
export function isAtOnce(kind: NoticeKind): boolean {
  return atOnce.has(kind);
}
