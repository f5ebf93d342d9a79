import { addTarget, businessCalendar, holidaysOfChina, proposedHours, type Duration } from '@property-office/calendar';
import type { Role } from '@property-office/contracts';

/** Whom a notice that nobody has read is brought to, one after the other: it waits for no single person (G1, G5). */
export const approvalLevels = ['approver', 'director', 'company'] as const;
export type ApprovalLevel = (typeof approvalLevels)[number];

/** Shipped as initial proposal, in the time in which approvals are given (G4). */
const levels: Readonly<Record<ApprovalLevel, { after: Duration; roles: readonly Role[] }>> = {
  approver: { after: { amount: 4, unit: 'service-hours' }, roles: ['desk-lead', 'department-head'] },
  director: { after: { amount: 1, unit: 'workdays' }, roles: ['director'] },
  company: { after: { amount: 2, unit: 'workdays' }, roles: ['company'] },
};

export function approvalDue(timeZone: string, submittedAt: Date, level: ApprovalLevel): Date {
  return addTarget(businessCalendar(timeZone, proposedHours.approvals, holidaysOfChina), submittedAt, levels[level].after);
}

export function approvalRoles(level: ApprovalLevel): readonly Role[] {
  return levels[level].roles;
}

export const approvalTimer = 'notice-approval';
/** A notice that comes back and is submitted again has a clock of its own each time. */
export const approvalTimerKey = ({ id, version }: { id: string; version: number }, level: ApprovalLevel): string => `${approvalTimer}:${id}:${version}:${level}`;
export const approvalLevelOf = (fireKey: string): ApprovalLevel => fireKey.slice(fireKey.lastIndexOf(':') + 1) as ApprovalLevel;
