import { approvalDue } from './approval-clock';

const due = (submittedAt: string) => (['approver', 'director', 'company'] as const).map((level) => approvalDue('Asia/Shanghai', new Date(submittedAt), level).toISOString());

it('counts the hours in which approvals are given, then workdays', () => {
  // A Monday at 9:30.
  expect(due('2026-11-23T09:30:00+08:00')).toEqual(['2026-11-23T07:00:00.000Z', '2026-11-24T09:30:00.000Z', '2026-11-25T09:30:00.000Z']);
});

it('does not run over a weekend', () => {
  // A Friday at 17:00.
  expect(due('2026-11-27T17:00:00+08:00')).toEqual(['2026-11-30T04:00:00.000Z', '2026-11-30T09:30:00.000Z', '2026-12-01T09:30:00.000Z']);
});
