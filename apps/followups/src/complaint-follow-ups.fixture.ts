import type { EventData, Principal, Role } from '@property-office/contracts';
import { Deadlines, OfficeRules } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Database } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { OwnDatabase } from '@property-office/service-testing';
import { TimerLoop } from '@property-office/timers';
import { Client } from 'pg';
import { ApplyFactHandler } from './features/apply-fact/apply-fact.handler';
import { PlanComplaintFollowUpHandler } from './features/plan-complaint-follow-up/plan-complaint-follow-up.handler';
import type { RecordOutcomeDto } from './features/record-outcome/record-outcome.dto';
import { RecordOutcomeHandler } from './features/record-outcome/record-outcome.handler';
import { TakeFollowUpHandler } from './features/take-follow-up/take-follow-up.handler';
import { FollowUpClocks } from './persistence/follow-up-clocks';
import type { FollowUp } from './persistence/follow-up.entity';
import { FollowUps } from './persistence/follow-ups';
import { PassOnFollowUp } from './persistence/pass-on-follow-up';
import { ReadFollowUps } from './persistence/read-follow-ups';
import { followupsSchema } from './persistence/schema';

type Closed = EventData<'complaints.complaint-closed.v1'>;

/** The follow-ups of closed complaints of one site, on a database of their own. */
export class ComplaintFollowUps {
  readonly siteId = newId();
  readonly warnings: unknown[] = [];
  readonly act = { actor: { personId: newId(), role: 'desk' as const }, happenedAt: new Date(Date.now() - 60_000) };
  readonly handler = this.principal('desk');
  readonly accused = this.principal('desk-lead');
  readonly crew = newId();
  private readonly followUps = new FollowUps(new Ledger({ traceparent: () => undefined, committed: () => undefined }));
  readonly timers: TimerLoop;
  readonly read: ReadFollowUps;
  private readonly plan: PlanComplaintFollowUpHandler;
  private readonly record: RecordOutcomeHandler;
  private readonly facts: ApplyFactHandler;

  private constructor(
    private readonly own: OwnDatabase,
    private readonly admin: Client,
    readonly database: Database = own.database,
  ) {
    this.timers = new TimerLoop(database, { warn: (message) => void this.warnings.push(message) });
    const passOn = new PassOnFollowUp(this.followUps, this.timers);
    passOn.onModuleInit();
    const clocks = new FollowUpClocks(new Deadlines(new OfficeRules(database), this.timers), this.followUps);
    clocks.onModuleInit();
    this.plan = new PlanComplaintFollowUpHandler(this.followUps, clocks, passOn);
    this.record = new RecordOutcomeHandler(this.followUps, clocks);
    this.facts = new ApplyFactHandler(this.followUps, clocks);
    this.read = new ReadFollowUps(database);
  }

  static async start(): Promise<ComplaintFollowUps> {
    const own = await OwnDatabase.open(followupsSchema);
    const admin = new Client({ connectionString: own.adminUrl });
    await admin.connect();
    return new ComplaintFollowUps(own, admin);
  }

  async stop(): Promise<void> {
    await this.admin.end();
    await this.own.close();
  }

  principal(role: Role, more: Partial<Principal> = {}): Principal {
    const roles = [{ role, siteId: this.siteId }];
    return { personId: newId(), accountId: newId(), sessionId: newId(), name: '王敏', roles, crews: [], homes: [], ...more };
  }

  /** Known as holding what the principal says. */
  async holds(who: Principal): Promise<Principal> {
    for (const { role, siteId } of who.roles)
      await this.database.query(`INSERT INTO office_role (id, person_id, role, site_id, from_at) VALUES ($1, $2, $3, $4, '2020-01-01')`, [newId(), who.personId, role, siteId]);
    return who;
  }

  closing(more: Partial<Closed> = {}): Closed {
    const at = this.act.happenedAt.toISOString();
    return {
      number: 'C-20261127-10001',
      round: 1,
      major: false,
      majorBecause: [],
      kind: 'cleaning',
      decision: 'ours',
      answer: 'accepted',
      level: 0,
      households: 1,
      handlerIds: [this.handler.personId],
      hiddenFrom: { personIds: [this.accused.personId], crewIds: [this.crew] },
      attachmentIds: [],
      complainedAt: at,
      decidedAt: at,
      feedbackAt: at,
      closedAt: at,
      ...more,
    };
  }

  /** Plans what follows from a round of a complaint. */
  close(complaintId: string, more: Partial<Closed> = {}): Promise<void> {
    return this.database.transaction((tx) => this.plan.execute(tx, { complaintId, siteId: this.siteId, closed: this.closing(more) }, this.act));
  }

  async closed(more: Partial<Closed> = {}): Promise<{ id: string; complaintId: string }> {
    const complaintId = newId();
    await this.close(complaintId, more);
    const [row] = await this.database.query<{ id: string }>('SELECT id FROM follow_up WHERE complaint_id = $1', [complaintId]);
    return { id: row!.id, complaintId };
  }

  async disputed(complaintId: string): Promise<void> {
    await this.database.transaction(async (tx) => this.facts.apply(tx, (await this.followUps.lockOfComplaint(tx, complaintId, 1))!, this.act, 'reopened'));
  }

  take(who: Principal, id: string): Promise<FollowUp> {
    return this.database.transaction((tx) => new TakeFollowUpHandler(this.followUps).execute(tx, this.command(who, 'followups.takeFollowUp'), id, {}));
  }

  outcome(who: Principal, id: string, result: RecordOutcomeDto['result'], comment?: string): Promise<FollowUp> {
    return this.database.transaction((tx) => this.record.execute(tx, this.command(who, 'followups.recordOutcome'), id, { result, ...(comment && { comment }) }));
  }

  private command(principal: Principal, operation: CommandContext['operation']): CommandContext {
    return { operation, principal, requestId: 'r', traceparent: '00-0-0-00', language: 'zh', route: '' };
  }

  /** Hours go by, and what is due then is done. */
  async pass(hours: number): Promise<void> {
    await this.admin.query(`UPDATE platform.test_clock SET ahead = ahead + $1 * interval '1 hour'`, [hours]);
    await this.timers.fireDue();
  }

  told(id: string): Promise<Array<{ type: string; data: Record<string, unknown>; actor_role: string }>> {
    return this.database.query('SELECT type, data, actor_id, actor_role, actor_for FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version', [id]);
  }

  async passedOn(id: string): Promise<Array<{ to: unknown; personIds: unknown }>> {
    const events = (await this.told(id)).filter(({ type }) => type === 'followups.complaint-follow-up-passed-on.v1');
    return events.map(({ data }) => ({ to: data['to'], personIds: data['personIds'] }));
  }
}
