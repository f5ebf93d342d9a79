import { monthAfter, monthBegins, monthOf } from '@property-office/calendar';
import { recordEventPaths, doneRepairsPath, type ClosedRepair, type DoneRepair, type EventData, type RecordEventsAsked, type WireEvent } from '@property-office/contracts';
import { OfficeRules } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import { announced, type Told } from '@property-office/service-testing';
import { waitFor } from '@property-office/testing';
import { ArchiveOffice } from '../archive-office.fixture';
import type { ArchivesUnderTest } from '../archives.fixture';
import { ReconcileMonth } from './reconcile-month';

/** Of a site whose zone nobody said. */
export const zone = 'Asia/Shanghai';

type Filed = EventData<'documents.outgoing-filed.v1'>;

/** An office whose sources say what the spec has them say, in the last month that is over. */
export class MonthOffice extends ArchiveOffice {
  /** What the sources have in their ledgers. */
  readonly ledger: WireEvent[] = [];
  readonly repairs: Record<string, ClosedRepair> = {};
  done: DoneRepair[] = [];
  /** So many events a page; a spec makes it small. */
  page = 200;
  down = false;
  /** Noon of a day in the middle of the month that is reconciled. */
  at!: Date;

  /**
   * The site begins a month before the one that it is in. What its clock is, is known before that: whoever begins the months of the service
   * meanwhile cuts them by it.
   * @param began when it began, of noon in the middle of that month
   */
  static async open(archives: ArchivesUnderTest, timeZone?: string, began = (at: Date): Date => at): Promise<MonthOffice> {
    const office = new MonthOffice(archives);
    const now = await archives.now();
    const [year, month] = monthOf(zone, now).split('-').map(Number) as [number, number];
    // Whatever day it is: a month is over six hours after its end.
    await archives.showTime(new Date(Date.UTC(year, month - 1, 20, 4)));
    office.at = new Date(Date.UTC(year, month - 2, 15, 4));
    await office.registered();
    // Other specs' sites have nothing to do with this one.
    await archives.admin.query(`UPDATE fonds SET reconciled_since = '2999-01-01' WHERE site_id <> $1`, [office.siteId]);
    if (timeZone !== undefined) await office.lies(timeZone);
    await archives.admin.query('UPDATE fonds SET reconciled_since = $2 WHERE site_id = $1', [office.siteId, began(office.at)]);
    return office;
  }

  constructor(archives: ArchivesUnderTest) {
    super(archives);
    const others = archives.neighbours;
    archives.neighbours = (service, path, body) => {
      if (this.down) throw new Error('down');
      if (path === doneRepairsPath) return { repairs: this.done.filter(({ doneAt }) => body.siteId === this.siteId && doneAt >= body.from && doneAt < body.to), next: null };
      if (Object.values(recordEventPaths).includes(path as never)) return this.said(service, body);
      return others(service, path, body);
    };
  }

  filed(more: Partial<WireEvent<'documents.outgoing-filed.v1'>> = {}, data: Partial<Filed> = {}): WireEvent<'documents.outgoing-filed.v1'> {
    const at = this.at.toISOString();
    const said: Filed = {
      number: `发文 ${this.ledger.length + 1}号`, registerId: newId(), registerYear: 2026, registerNumber: 1, kind: 'notice', confidentiality: 'open', title: '通知', signedOffAt: at, signerId: this.director.personId,
      numberedAt: at, releasedAt: at, pages: 2, copies: 1, textVersion: 1, textHash: 'a'.repeat(64), attachmentIds: [], ...data,
    };
    return this.kept(announced('documents.outgoing-filed.v1', newId(), this.siteId, said, { actorid: this.clerk.personId, actorrole: 'clerk', happenedat: at, ...more }));
  }

  closedComplaint(hiddenFrom: string[] = []): WireEvent<'complaints.complaint-closed.v1'> {
    const at = this.at.toISOString();
    const data = {
      number: 'C-1', round: 1, major: false, majorBecause: [], kind: 'attitude' as const, decision: 'ours' as const, answer: 'accepted' as const, level: 0, households: 1, handlerIds: [], hiddenFrom: { personIds: hiddenFrom, crewIds: [] },
      attachmentIds: [], complainedAt: at, decidedAt: at, feedbackAt: at, closedAt: at,
    };
    return this.kept(announced('complaints.complaint-closed.v1', newId(), this.siteId, data, { happenedat: at }));
  }

  closedRepair(said: ClosedRepair): WireEvent<'tickets.repair-closed.v1'> {
    const data = { number: 'R-1', episode: said.disputed ? 2 : 1, result: 'satisfied' as const, followUpId: newId() };
    const event = this.kept(announced('tickets.repair-closed.v1', newId(), this.siteId, data, { happenedat: this.at.toISOString(), aggregateversion: 9 }));
    this.repairs[event.id] = said;
    return event;
  }

  doneRepair(more: Partial<DoneRepair> = {}): DoneRepair {
    const at = this.at.toISOString();
    const repair: DoneRepair = { eventId: newId(), number: 'R-20261115-10001', episode: 1, place: '3栋 502', category: '水暖', reportedAt: at, doneAt: at, closedAt: at, result: 'satisfied', ...more };
    this.done.push(repair);
    return repair;
  }

  /** Directory says in which zone the site lies. */
  async lies(timeZone: string): Promise<void> {
    await this.archives.admin.query('INSERT INTO office_site (id, time_zone) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET time_zone = excluded.time_zone', [this.siteId, timeZone]);
    const known = async () => (await this.archives.part(OfficeRules).book()).of(this.siteId, this.at).calendars.desk.timeZone;
    await waitFor(async () => (await known()) === timeZone, { what: 'the zone to be known' });
  }

  /** Until the month after is over, too. */
  async aMonthLater(): Promise<void> {
    const next = monthAfter(monthAfter(monthOf(zone, this.at)));
    await this.archives.showTime(new Date(monthBegins(zone, next).getTime() + 12 * 3_600_000));
  }

  /** Asks as the worker does, until nothing is due. */
  async reconcile(): Promise<void> {
    const part = this.archives.part(ReconcileMonth);
    await part.beginEnded();
    while (await part.turn());
    // The worker of the service may have had one of them.
    const asking = 'SELECT 1 FROM archive_month WHERE site_id = $1 AND leased_until > clock_timestamp()';
    await waitFor(async () => (await this.archives.rows(asking, [this.siteId])).length === 0, { what: 'the month to be counted' });
  }

  /** As the worker does a week later, when everything is due. */
  async askedAgain(): Promise<void> {
    await this.archives.admin.query(`UPDATE archive_month SET ask_at = '-infinity', leased_until = NULL WHERE site_id = $1`, [this.siteId]);
    await this.reconcile();
  }

  async months(query = '', who = this.clerk): Promise<Told['body'][]> {
    return (await this.archives.ask(`GET /api/archive-months?siteId=${this.siteId}${query}`, who)).body.items;
  }

  /** The month itself, with its figures by source. */
  async month(who = this.clerk): Promise<Told['body']> {
    const [{ id }] = (await this.months()) as [{ id: string }];
    return (await this.archives.ask(`GET /api/archive-months/${id}`, who)).body;
  }

  async cases(query = '', who = this.clerk): Promise<Told['body'][]> {
    const { id } = await this.month();
    return (await this.archives.ask(`GET /api/archive-months/${id}/cases?${query}`, who)).body.items;
  }

  async monthAct(verb: 'ask-again' | 'explain' | 'close', body: object = {}, who = this.clerk): Promise<Told> {
    const { id } = await this.month();
    return this.archives.ask(`POST /api/archive-months/${id}/${verb}`, who, body);
  }

  /** What waits is accepted, as its sources tell it, or returned. */
  async decide(move: 'accept' | 'return', of: (proposal: Told['body']) => boolean = () => true): Promise<void> {
    const { items } = (await this.archives.ask(`GET /api/record-proposals?siteId=${this.siteId}&status=proposed`, this.clerk)).body;
    for (const { id, source, title } of items.filter(of)) {
      const told = { id: source.id, title: title ?? source.number, responsibleParty: null, documentNumber: null, pages: null, copies: null, paper: true, confidentiality: 'open' as const, text: source.id, attachmentIds: [], trail: [] };
      this.matters.set(source.id, told);
      const { status, body } = await this.archives.ask(`POST /api/record-proposals/${id}/${move}`, this.clerk, move === 'return' ? { reason: '缺附件' } : {});
      if (status !== 200 && status !== 201) throw new Error(JSON.stringify(body));
    }
  }

  private kept<E extends WireEvent>(event: E): E {
    this.ledger.push(event);
    return event;
  }

  private said(service: string, { siteId, from, to, after }: RecordEventsAsked): object {
    const all = this.ledger
      .filter(({ source, siteid, happenedat, id }) => source === `/${service}` && siteid === siteId && happenedat >= from && happenedat < to && id > (after ?? ''))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const events = all.slice(0, this.page);
    return { events, next: all.length > this.page ? events.at(-1)!.id : null, ...(service === 'tickets' && { repairs: this.repairs }) };
  }
}
