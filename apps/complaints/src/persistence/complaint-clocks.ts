import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import { Deadlines, type HeldDeadlines, type NewDeadlines, type RuleBook, type ShownOnTime, type StandingClock } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { ComplaintEvent } from '../domain/complaint-event';
import { keptByMove, majorPromises, ordinaryPromises, promisesOfMajor, promisesOfRound, type PromiseMove } from '../domain/complaint-promises';
import { beforeHotline } from '../domain/hotline';
import { Complainants } from './complainants';
import type { Complaint } from './complaint.entity';
import { Complaints } from './complaints';
import { barredFrom } from './people';

const kind = 'complaint';
const solved = 'solved';
const minute = 60_000;

/**
 * The clocks of complaints (G4), and what is told when one is late (G5); each round has its own. The complaint is locked by
 * whoever moves them, and its `dueAt` is what the clock of its solution says.
 */
@Injectable()
export class ComplaintClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly complaints: Complaints,
    private readonly complainants: Complainants,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      // product.md lists no state in which a complaint waits: whoever complained waits meanwhile.
      waitingStates: [],
      lock: async (tx, id) => {
        const complaint = await this.complaints.lockForFact(tx, id);
        return {
          responsible: complaint.handlerId ? [complaint.handlerId] : [],
          // Nor to who complains: they have no part in it, and no event names them.
          barred: new Set([...(await barredFrom(tx, id)), ...(await this.complainants.personIds(tx, id))]),
          escalated: (escalation) => this.announce(tx, complaint, { kind: 'escalated', escalation }),
        };
      },
    });
  }

  /**
   * The rules by which clocks run, for `begin`.
   * @param tx in a reaction, which has nothing before its transaction
   */
  book(tx?: Transaction): Promise<RuleBook> {
    return this.deadlines.book(tx);
  }

  /**
   * A round begins, when it was complained or disputed; a hotline's deadline leads unless it has passed since.
   * @returns by when it is to be solved; null where the office promises no time
   */
  begin(tx: Transaction, book: RuleBook, complaint: Complaint, at: Date): Date | null {
    const due = this.start(tx, book, complaint, promisesOfRound(complaint.round), at);
    if (complaint.majorBecause.length > 0) this.start(tx, book, complaint, promisesOfMajor(complaint.state), at);
    return due.get(solved) ?? null;
  }

  /** As `begin`, in a transaction that could not be prepared. */
  async beginAgain(tx: Transaction, complaint: Complaint, at: Date): Promise<Date | null> {
    return this.begin(tx, await this.book(tx), complaint, at);
  }

  /** It has become a major one: what that promises counts from then on, beside what was promised before. */
  async makeMajor(tx: Transaction, complaint: Complaint, act: Act): Promise<void> {
    // Not `start`: what a merge that was taken back had promised has a clock already.
    (await this.of(tx, complaint)).promise(this.started(tx, complaint, promisesOfMajor(complaint.state), act.happenedAt));
    await this.keep(tx, complaint, act, 'made-major');
  }

  /** What somebody did keeps promises. */
  async keep(tx: Transaction, complaint: Complaint, { actor, happenedAt }: Act, move: PromiseMove): Promise<void> {
    const promises = keptByMove(move, actor.role);
    if (promises.length > 0) this.shown(tx, complaint, (await this.of(tx, complaint)).close(complaint.round, promises, happenedAt));
  }

  /** The complainant was given another date: promised by name, or an extension. What was late stays late. */
  async agree(tx: Transaction, complaint: Complaint, until: Date, at: Date): Promise<void> {
    const held = await this.of(tx, complaint);
    const shown = held.agree(complaint.round, solved, until, at);
    complaint.dueAt = held.dueAt(complaint.round, solved) ?? complaint.dueAt;
    tx.save(complaint);
    this.shown(tx, complaint, shown);
  }

  /** A hotline leads from now on: what is still to be kept by a later date is to be kept before its own. */
  async lead(tx: Transaction, complaint: Complaint, at: Date): Promise<void> {
    const held = await this.of(tx, complaint);
    const before = beforeHotline(complaint.hotlineDeadline!, tx.now);
    const later = [...ordinaryPromises, ...majorPromises].filter((promise) => (held.dueAt(complaint.round, promise) ?? before) > before);
    const shown = later.flatMap((promise) => held.agree(complaint.round, promise, before, at));
    complaint.dueAt = held.dueAt(complaint.round, solved) ?? complaint.dueAt;
    tx.save(complaint);
    this.shown(tx, complaint, shown);
  }

  /**
   * Nobody who complained of the same matter waits longer because another complaint goes on for theirs: of what is still promised of both the earlier
   * date holds; one that is over is over for both.
   */
  async takeOver(tx: Transaction, complaint: Complaint, double: Complaint, at: Date): Promise<void> {
    const [held, theirs] = [await this.of(tx, complaint), await this.of(tx, double)];
    const soonest = new Date(Math.max(at.getTime(), tx.now.getTime()) + minute);
    const shown = [...ordinaryPromises, ...majorPromises].flatMap((promise) => {
      const [own, other] = [held.openUntil(complaint.round, promise), theirs.openUntil(double.round, promise)];
      return own && other && other < own ? held.agree(complaint.round, promise, other < soonest ? soonest : other, at) : [];
    });
    complaint.dueAt = held.dueAt(complaint.round, solved) ?? complaint.dueAt;
    tx.save(complaint);
    this.shown(tx, complaint, shown);
  }

  /** The round is over: nobody is reminded of it any more. */
  async end(tx: Transaction, complaint: Complaint, at: Date): Promise<void> {
    (await this.of(tx, complaint)).cancel(complaint.round, at);
  }

  /** Its end was taken back: its clocks have run on. */
  async goOn(tx: Transaction, complaint: Complaint): Promise<void> {
    (await this.of(tx, complaint)).restore(complaint.round);
  }

  /** How the clocks of its round stand, for `putBack`. */
  async standing(tx: Transaction, complaint: Complaint): Promise<StandingClock[]> {
    return (await this.of(tx, complaint)).standing(complaint.round);
  }

  /** What moved them since was taken back. */
  async putBack(tx: Transaction, complaint: Complaint, before: readonly StandingClock[]): Promise<void> {
    const held = await this.of(tx, complaint);
    this.shown(tx, complaint, held.putBack(complaint.round, before));
  }

  private start(tx: Transaction, book: RuleBook, complaint: Complaint, promised: ReturnType<typeof promisesOfRound>, at: Date): ReadonlyMap<string, Date> {
    return this.deadlines.start(tx, book, this.started(tx, complaint, promised, at));
  }

  private started(tx: Transaction, complaint: Complaint, promised: ReturnType<typeof promisesOfRound>, at: Date): NewDeadlines {
    const { id: aggregateId, siteId, round: episode, hotlineDeadline } = complaint;
    const leads = hotlineDeadline !== null && (episode === 1 || hotlineDeadline > tx.now);
    const atMost = leads ? beforeHotline(hotlineDeadline, tx.now) : null;
    return { kind, aggregateId, siteId, episode, ...promised, at, atMost };
  }

  private of(tx: Transaction, { id }: Complaint): Promise<HeldDeadlines> {
    return this.deadlines.of(tx, id, kind);
  }

  private shown(tx: Transaction, complaint: Complaint, levels: ShownOnTime[]): void {
    for (const level of levels) this.announce(tx, complaint, { kind: 'shown-on-time', level });
  }

  private announce(tx: Transaction, complaint: Complaint, event: ComplaintEvent): void {
    this.complaints.advance(tx, complaint, { actor: systemActor, happenedAt: tx.now }, event);
  }
}
