import type { Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { outboxMigrations } from '@property-office/outbox';
import { appRole, Database, databaseUrlFor, prepareDatabase, type ServiceSchema, type Transaction } from '@property-office/persistence';
import { patientLimits, testDatabase } from '@property-office/testing';
import { timerMigrations, TimerLoop } from '@property-office/timers';
import { Client } from 'pg';
import { Deadlines } from './clocks/deadlines';
import type { HeldDeadlines } from './clocks/held-deadlines';
import { ReadPromises, type PromiseView } from './clocks/read-promises';
import type { Escalation, ShownOnTime } from './clocks/watch';
import { deadlineMigrations } from './migrations';
import type { RuleContents, RuleKind } from './rules/office-rule';
import { OfficeRules } from './rules/office-rules';

const roleSecret = 'spec';
const schema: ServiceSchema = {
  service: 'jobtoy',
  entities: [],
  migrations: [...outboxMigrations, ...timerMigrations, ...deadlineMigrations],
  poolSize: 5,
};
const kind = 'job';
const promises = ['answer', 'on-site', 'done', 'plan'];

/** The smallest service with deadlines: jobs on one site in China, which somebody may have taken. */
export class ToyJobs {
  readonly siteId = newId();
  /** What its events would say, in the order of the levels. */
  readonly told: Array<Escalation & { jobId: string }> = [];
  readonly takenBy = new Map<string, string>();
  /** Who may not hear of a job. */
  readonly barred = new Set<string>();
  readonly warnings: string[] = [];
  timers!: TimerLoop;
  deadlines!: Deadlines;

  private constructor(
    readonly database: Database,
    private readonly admin: Client,
    private readonly remove: () => Promise<void>,
  ) {
    this.restart();
  }

  /** @param at by the wall clock of China */
  static async open(at: string): Promise<ToyJobs> {
    const own = await testDatabase({
      template: 'deadlines',
      prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [schema], roleSecret, testClock: true }),
    });
    const database = new Database(schema, databaseUrlFor(own.adminUrl, appRole('jobtoy'), roleSecret), patientLimits);
    await database.connect();
    const admin = new Client({ connectionString: own.adminUrl });
    await admin.connect();
    const jobs = new ToyJobs(database, admin, own.drop);
    await jobs.jump(at);
    return jobs;
  }

  async close(): Promise<void> {
    await this.admin.end();
    await this.database.close();
    await this.remove();
  }

  /** As a process that starts anew: nothing is known but what the database holds. */
  restart(): void {
    const rules = new OfficeRules(this.database);
    this.timers = new TimerLoop(this.database, { warn: (line) => this.warnings.push(line) });
    this.deadlines = new Deadlines(rules, this.timers);
    this.deadlines.watch(kind, {
      waitingStates: ['parts'],
      // A job has no row to lock.
      lock: async (tx, jobId) => {
        await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [jobId]);
        return {
          responsible: [this.takenBy.get(jobId) ?? []].flat(),
          barred: this.barred,
          escalated: (escalation) => void this.told.push({ ...escalation, jobId }),
        };
      },
    });
  }

  /** Lets the clock show `at`, which may be earlier than now: nothing has happened yet. */
  async jump(at: string): Promise<void> {
    await this.admin.query(`UPDATE platform.test_clock SET ahead = ahead + ($1::timestamptz - platform.now())`, [china(at)]);
  }

  /** Lets time pass until `at`, with every timer on the way firing when it is due. */
  async until(at: string): Promise<void> {
    for (;;) {
      const [row] = await this.database.query<{ due: Date | null }>(`SELECT min(due_at) AS due FROM timer WHERE status = 'set' AND due_at <= $1`, [china(at)]);
      if (!row?.due) break;
      await this.admin.query(`UPDATE platform.test_clock SET ahead = ahead + greatest($1::timestamptz - platform.now(), interval '0')`, [row.due]);
      await this.timers.fireDue();
    }
    await this.jump(at);
  }

  async starts(name: string, at: string, more: { episode?: number; jobId?: string; appointment?: Date } = {}): Promise<string> {
    const { episode = 1, jobId = newId(), appointment } = more;
    await this.database.transaction(async (tx) => {
      const start = { kind, aggregateId: jobId, siteId: this.siteId, episode, class: name, promises, at: china(at) };
      this.deadlines.start(tx, await this.deadlines.book(tx), { ...start, ...(appointment && { appointment }) });
    });
    return jobId;
  }

  held<T>(jobId: string, work: (held: HeldDeadlines, tx: Transaction) => T): Promise<T> {
    return this.database.transaction(async (tx) => work(await this.deadlines.of(tx, jobId, kind), tx));
  }

  pause(jobId: string, at: string, reviewAt: string): Promise<ShownOnTime[]> {
    return this.held(jobId, (held) => held.pause(1, { state: 'parts', at: china(at), reviewAt: china(reviewAt) }));
  }

  async promises(jobId: string, name: string): Promise<Record<string, PromiseView>> {
    const read = new ReadPromises(this.database, new OfficeRules(this.database));
    const views = await read.of({ aggregateId: jobId, siteId: this.siteId, episode: 1, class: name, promises });
    return Object.fromEntries(views.map((view) => [view.promise, view]));
  }

  /** Somebody holds a role on the site, or on all sites. */
  async holds(role: Role, siteId: string | null = this.siteId): Promise<string> {
    const personId = newId();
    await this.row('office_role', { id: newId(), person_id: personId, role, site_id: siteId, from_at: china('2024-01-01 00:00') });
    return personId;
  }

  async row(table: string, row: Record<string, unknown>): Promise<void> {
    const columns = Object.keys(row);
    await this.database.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    );
  }

  async rule<K extends RuleKind>(ruleKind: K, content: RuleContents[K], effectiveFrom: string, siteId: string | null = null): Promise<void> {
    await this.row('office_rule', {
      id: newId(),
      kind: ruleKind,
      site_id: siteId,
      content: JSON.stringify(content),
      source: JSON.stringify({ zh: '测试', en: 'spec' }),
      effective_from: china(effectiveFrom),
      recorded_at: china(effectiveFrom),
    });
    this.restart();
  }

  /** `level → who` of a promise, as told. */
  levels(promise: string, jobId?: string): string[] {
    return this.told
      .filter((each) => each.promise === promise && (jobId === undefined || each.jobId === jobId))
      .map(({ level, outcome, told }) => `${level}: ${outcome === 'told' ? told.map(({ personId }) => personId).join(' ') : 'nobody'}`);
  }

  /** When levels of a promise were recorded, by the wall clock of China. */
  async times(promise: string): Promise<string[]> {
    const rows = await this.database.query<{ level: string; shown: string }>(
      `SELECT level, to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS shown FROM deadline_level JOIN deadline d ON d.id = deadline_id
       WHERE promise = $1 ORDER BY at, level`,
      [promise],
    );
    return rows.map(({ level, shown }) => `${level} ${shown}`);
  }
}

/** An instant by the wall clock of China: `2025-10-01 10:00`. */
export function china(shown: string): Date {
  return new Date(`${shown.replace(' ', 'T')}+08:00`);
}

