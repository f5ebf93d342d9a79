import type { NewEvent } from '@property-office/outbox';
import type { Act } from '@property-office/service-kit';
import { latePromise, reachedLevel } from './domain/late-promise';
import type { LoanEvent } from './domain/loan-event';
import type { Loan } from './persistence/loan.entity';

/** What happened to a loan, as it stands afterwards, its version counted. */
export function toLoanEvent(loan: Loan, act: Act, event: LoanEvent): NewEvent {
  const { id, version, siteId } = loan;
  return { aggregateId: id, aggregateVersion: version, siteId, happenedAt: act.happenedAt, actor: act.actor, ...contractOf(loan, act, event) };
}

function contractOf({ number, recordId, borrowerId, form, important, dueAt: due, borrowerLeft, pagesComplete, unaltered }: Loan, { lateReason }: Act, event: LoanEvent) {
  const about = { number, ...(lateReason !== undefined && { lateReason }), recordId, borrowerId, form };
  const dueAt = due.toISOString();
  switch (event.kind) {
    case 'asked':
      return { type: 'archives.loan-asked.v1' as const, data: { ...about, dueAt, important } };
    case 'approved':
      return { type: 'archives.loan-approved.v1' as const, data: { ...about, dueAt } };
    case 'refused':
      return { type: 'archives.loan-refused.v1' as const, data: about };
    case 'withdrawn':
      return { type: 'archives.loan-withdrawn.v1' as const, data: about };
    case 'handed-over':
      return { type: 'archives.loan-handed-over.v1' as const, data: { ...about, dueAt } };
    case 'opened':
      return { type: 'archives.loan-opened.v1' as const, data: { ...about, dueAt } };
    case 'extended':
      return { type: 'archives.loan-extended.v1' as const, data: { ...about, dueAt } };
    case 'recalled':
      return { type: 'archives.loan-recalled.v1' as const, data: { ...about, dueAt, borrowerLeft } };
    case 'returned':
      return { type: 'archives.loan-returned.v1' as const, data: { ...about, whole: pagesComplete === true && unaltered === true } };
    case 'ended':
      return { type: 'archives.loan-ended.v1' as const, data: { ...about, because: event.because } };
    case 'escalated':
      return { type: 'archives.loan-escalated.v1' as const, data: { ...about, ...reachedLevel(event.level) } };
    case 'shown-on-time':
      return { type: 'archives.loan-shown-on-time.v1' as const, data: { ...about, ...latePromise(event.level) } };
  }
}
