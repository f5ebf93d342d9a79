import type { EventData, EventType, Role, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Office } from './office.fixture';
import { announced, type TicketsUnderTest } from './tickets.fixture';

type WorkEventType = Extract<EventType, `dispatch.${string}`>;

/** Another trade is needed, and nobody had accepted. */
const sentAnew = {
  changed: ['category', 'skill'],
  dispatchedAnew: true,
  category: 'socket',
  mode: 'assign',
  skill: 'electricity',
  repairClass: 'P2',
  location: { kind: 'home', id: newId() },
};

/** An instant of Wednesday 3 March 2027 by the wall clock of China, a workday: `10:00`; or of another day in March. */
export function march(time: string, day = 3): Date {
  return new Date(`2027-03-${String(day).padStart(2, '0')}T${time}:00+08:00`);
}

/** What happens to a repair while its clocks run: work orders, people on duty, time. */
export class RunningRepair {
  readonly technicianId = newId();
  private version = 0;
  private readonly orderId = newId();

  constructor(
    private readonly tickets: TicketsUnderTest,
    private readonly office: Office,
    readonly id: string,
  ) {}

  /** As dispatch announces it; the same order, one version after the other. */
  async work(what: 'assigned' | 'claimed' | 'accepted' | 'declined' | 'corrected' | 'arrived' | 'paused' | 'resumed' | 'finished', at: Date, more: { reviewAt?: Date; episode?: number } = {}): Promise<void> {
    const whom = { crewId: newId(), technicianId: what === 'assigned' ? null : this.technicianId };
    const order = { workOrderNumber: 'W-1', repairRequestId: this.id, repairNumber: 'R-1', episode: more.episode ?? 1, ...whom };
    const type: WorkEventType = `dispatch.work-order-${what === 'claimed' ? 'assigned' : what}.v1`;
    const extra: Record<string, object> = {
      assigned: { how: 'assigned', reason: null, from: { crewId: null, technicianId: null }, choice: null },
      claimed: { how: 'claimed', reason: null, from: { crewId: null, technicianId: null }, choice: null },
      declined: { reason: '忙' },
      corrected: { ...sentAnew, crewId: null, technicianId: null },
      paused: { reason: 'waiting-for-parts', note: null, reviewAt: (more.reviewAt ?? at).toISOString() },
      finished: { helperIds: [], workDone: '修好', materials: [], attachmentIds: [], remaining: 0 },
    };
    const data = { ...order, ...extra[what] } as EventData<typeof type>;
    const times = { time: at.toISOString(), happenedat: at.toISOString(), aggregateversion: (this.version += 1) };
    const event = announced(type, this.orderId, this.office.siteId, data, { ...times, actorrole: 'technician' });
    const outcomes = await this.tickets.hear(event as WireEvent, ['tickets__work_v1']);
    if (outcomes.some(({ kind }) => kind !== 'ack')) throw new Error(`not acknowledged: ${JSON.stringify(outcomes)}`);
  }

  async promises(): Promise<Record<string, { dueAt: string | null; state: string; overdue: boolean }>> {
    const { body } = await this.office.read(this.id);
    return Object.fromEntries((body.promises as Array<{ promise: string; dueAt: string; state: string; overdue: boolean }>).map((each) => [each.promise, each]));
  }

  /** `promise level: who was told`, in order. */
  async escalated(): Promise<string[]> {
    const events = await this.tickets.events(this.id);
    return events
      .filter(({ type }) => type === 'tickets.repair-escalated.v1')
      .map(({ data }) => data as unknown as EventData<'tickets.repair-escalated.v1'>)
      .map(({ promise, level, told }) => `${promise} ${level}: ${told.map(({ personId }) => personId).join(' ') || 'nobody'}`);
  }
}

/** Their account is closed, as directory announces it. */
export async function leaves(tickets: TicketsUnderTest, office: Office, personId: string): Promise<void> {
  const account = { accountId: newId(), personId };
  await tickets.hear(announced('directory.account-closed.v1', account.accountId, office.siteId, account) as WireEvent, ['tickets__office_accounts_v1']);
}

/** Somebody holds a role on the site, as directory announces it. */
export async function holder(tickets: TicketsUnderTest, office: Office, role: Role): Promise<string> {
  const personId = newId();
  const data = { grantId: newId(), personId, role, siteId: office.siteId, from: '2026-01-01T00:00:00Z', until: null };
  await tickets.hear(announced('directory.role-granted.v1', data.grantId, office.siteId, data) as WireEvent, ['tickets__office_roles_v1']);
  return personId;
}
