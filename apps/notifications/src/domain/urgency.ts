import type { NoticeKind } from './notices';

const atOnce: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['complaint-major', 'contact-heated']);

/** What is to be taken in hand at once, whatever the hour: a major case by the director (R1.4), a heated talk by the lead (W2.1). */
export function isAtOnce(kind: NoticeKind): boolean {
  return atOnce.has(kind);
}
