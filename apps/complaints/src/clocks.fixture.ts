import type { EventData, Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, type ComplaintsUnderTest } from './complaints.fixture';
import type { Office } from './office.fixture';

/** An instant of autumn 2026 by the wall clock of China: `09-23 10:00`, a Wednesday before two holidays. */
export function autumn(shown: string): Date {
  const [day, time] = shown.split(' ');
  return new Date(`2026-${day}T${time}:00+08:00`);
}

export interface ShownPromise {
  promise: string;
  state: string;
  dueAt: string | null;
  closedAt: string | null;
  overdue: boolean;
}

/** What a test asks of the clocks of complaints. */
export class Clocks {
  constructor(
    private readonly complaints: ComplaintsUnderTest,
    private readonly office: Office,
  ) {}

  async promises(id: string, who = this.office.company): Promise<Record<string, ShownPromise>> {
    const { body } = await this.office.read(id, who);
    return Object.fromEntries((body.promises as ShownPromise[]).map((each) => [each.promise, each]));
  }

  /** `promise level: who was told`, in order. */
  async escalated(id: string): Promise<string[]> {
    const events = await this.complaints.events(id);
    return events
      .filter(({ type }) => type === 'complaints.complaint-escalated.v1')
      .map(({ data }) => data as unknown as EventData<'complaints.complaint-escalated.v1'>)
      .map(({ promise, level, told }) => `${promise} ${level}: ${told.map(({ personId }) => personId).join(' ') || 'nobody'}`);
  }

  /** Somebody else holds a role on the site. */
  async holder(role: Role): Promise<string> {
    const who = this.office.holding(role);
    await this.office.register(who);
    return who.personId;
  }

  /** A deputy, as directory announces it. */
  async deputyOf(fromPersonId: string, kind: 'approvals' | 'duty', order: 1 | 2 = 1): Promise<string> {
    const toPersonId = newId();
    const given = { delegationId: newId(), fromPersonId, toPersonId, kind, order, from: autumn('01-01 00:00').toISOString(), until: autumn('12-31 00:00').toISOString() };
    await this.complaints.hear(announced('directory.delegation-given.v1', given.delegationId, this.office.siteId, given), ['complaints__office_duty_v2']);
    return toPersonId;
  }

  async isAway(personId: string): Promise<void> {
    const absence = { absenceId: newId(), personId, from: autumn('01-01 00:00').toISOString(), until: null };
    await this.complaints.hear(announced('directory.absence-recorded.v1', absence.absenceId, this.office.siteId, absence as never), ['complaints__office_duty_v2']);
  }

  /** A target of the site, from now on. */
  async target(promise: string, limits: Array<{ amount: number; unit: string }>, effectiveFrom: Date, words: { zh: string; en: string } | null = null): Promise<void> {
    const rule = { rowId: newId(), siteId: this.office.siteId, source: { zh: '决议', en: 'decision' }, effectiveFrom: effectiveFrom.toISOString() };
    const data = { ...rule, class: 'complaint', promise, function: 'complaint-replies', countsFrom: 'start', limits, words };
    await this.complaints.hear(announced('directory.target-set.v1', newId(), this.office.siteId, data as never), ['complaints__office_rules_v1']);
  }
}
