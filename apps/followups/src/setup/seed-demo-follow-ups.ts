import type { OperationKey } from '@property-office/access';
import { systemActor, type EventData, type Principal } from '@property-office/contracts';
import { Deadlines, OfficeRules } from '@property-office/deadlines';
import { Ledger } from '@property-office/outbox';
import type { Database } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { TimerLoop } from '@property-office/timers';
import { PlanComplaintFollowUpHandler } from '../features/plan-complaint-follow-up/plan-complaint-follow-up.handler';
import { RecordOutcomeHandler } from '../features/record-outcome/record-outcome.handler';
import { TakeFollowUpHandler } from '../features/take-follow-up/take-follow-up.handler';
import { FollowUpClocks } from '../persistence/follow-up-clocks';
import { FollowUps } from '../persistence/follow-ups';
import { PassOnFollowUp } from '../persistence/pass-on-follow-up';
import { demoOutcomes } from './demo-outcomes';

/** Who follows up, and what of complaints' demonstration was closed, the first of it first. */
export interface DemoFollowUps {
  siteId: string;
  /** Who handled none of it. */
  lead: string;
  closed: Array<{ complaintId: string; happenedAt: Date; data: EventData<'complaints.complaint-closed.v1'> }>;
}

/**
 * Follow-ups of closed complaints: one that waits, one in hand, one that was tried, one of whom nobody reached, and what was answered (DEMO=1), by the use cases
 * themselves. The events of the closings find them there; what is disputed again takes back the one that waits.
 * @returns false where there were follow-ups before
 */
export async function seedDemoFollowUps(database: Database, { siteId, lead, closed }: DemoFollowUps): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.query('LOCK TABLE follow_up IN SHARE ROW EXCLUSIVE MODE');
    if ((await tx.query('SELECT 1 FROM follow_up LIMIT 1')).length > 0) return false;
    const followUps = new FollowUps(new Ledger({ traceparent: () => undefined, committed: () => undefined }));
    const timers = new TimerLoop(database, { warn: () => undefined });
    const clocks = new FollowUpClocks(new Deadlines(new OfficeRules(database), timers), followUps);
    clocks.onModuleInit();
    const plan = new PlanComplaintFollowUpHandler(followUps, clocks, new PassOnFollowUp(followUps, timers));
    const take = new TakeFollowUpHandler(followUps);
    const record = new RecordOutcomeHandler(followUps, clocks);
    for (const [index, { complaintId, happenedAt, data }] of closed.entries()) {
      await plan.execute(tx, { complaintId, siteId, closed: data }, { actor: systemActor, happenedAt });
      const { id } = (await followUps.lockOfComplaint(tx, complaintId, data.round))!;
      const { taken, calls = [] } = demoOutcomes[index] ?? {};
      if (taken) await take.execute(tx, commandOf('followups.takeFollowUp', lead, siteId), id, {});
      for (const { hoursAgo, ...said } of calls) await record.execute(tx, commandOf('followups.recordOutcome', lead, siteId), id, { ...said, ...(hoursAgo !== undefined && enteredLater(tx.now, hoursAgo)) });
    }
    return true;
  });
}

const hour = 3_600_000;

const enteredLater = (now: Date, hoursAgo: number) => ({ happenedAt: new Date(now.getTime() - hoursAgo * hour), lateReason: '手工登记后补录' });

function commandOf(operation: OperationKey, personId: string, siteId: string): CommandContext {
  const principal: Principal = { personId, accountId: personId, sessionId: personId, name: '示范', roles: [{ role: 'desk-lead', siteId }], crews: [], homes: [] };
  return { operation, principal, requestId: '', traceparent: '', language: 'zh', route: '' };
}
