import { Injectable, type OnModuleInit } from '@nestjs/common';
import { pauseReasons, systemActor } from '@property-office/contracts';
import { Deadlines, type RuleBook, type ShownOnTime } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { ClockStep } from '../domain/clock-step';
import { keptBy, openPromises, repairPromises, type SolvedTarget, type WorkMove } from '../domain/repair-promises';
import type { RepairEvent } from '../domain/repair-event';
import type { HeardAtRest } from '../domain/rest';
import type { RepairRequest } from './repair-request.entity';
import { RepairRequests } from './repair-requests';

const kind = 'repair-request';

/** The clocks of repair requests (G4), and what is told when one is late (G5). The request is locked by whoever moves them. */
@Injectable()
export class RepairClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly requests: RepairRequests,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      waitingStates: pauseReasons,
      lock: async (tx, id) => {
        const request = await this.requests.lockForFact(tx, id);
        return {
          responsible: request.responsibleId ? [request.responsibleId] : [],
          escalated: (escalation) => this.announce(tx, request, { kind: 'escalated', escalation }),
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

  /** An episode begins: its clocks count from when it did. An appointment that is over by then is none. */
  begin(tx: Transaction, book: RuleBook, request: RepairRequest, at: Date): void {
    const { id: aggregateId, siteId, episode, repairClass, preferredTo } = request;
    const appointment = preferredTo && preferredTo > at ? preferredTo : null;
    this.deadlines.start(tx, book, { kind, aggregateId, siteId, episode, class: repairClass, promises: repairPromises, at, appointment });
  }

  /** As `begin`, in a transaction that could not be prepared. */
  async beginAgain(tx: Transaction, request: RepairRequest, at: Date): Promise<void> {
    this.begin(tx, await this.book(tx), request, at);
  }

  async cancel(tx: Transaction, request: RepairRequest, at: Date): Promise<void> {
    (await this.of(tx, request)).cancel(request.episode, at);
  }

  /**
   * A cancellation was taken back, a merge undone, or the work was finished before either was known: the clocks have run on.
   * @param heard what happened meanwhile, and did to the clocks what it would have done
   */
  async restore(tx: Transaction, request: RepairRequest, heard: readonly HeardAtRest[]): Promise<void> {
    const classes = (await this.of(tx, request)).restore(request.episode);
    // It was corrected while they stood still.
    if (classes.some((each) => each !== request.repairClass)) await this.reclassify(tx, request);
    for (const { step, at } of heard) if (step) await this.follow(tx, request, request.episode, step, at);
  }

  /** The category was corrected, and the class with it. */
  async reclassify(tx: Transaction, request: RepairRequest): Promise<void> {
    const { episode, state, repairClass, preferredTo } = request;
    (await this.of(tx, request)).retarget(episode, { class: repairClass, promises: openPromises(state), appointment: preferredTo });
  }

  async plan(tx: Transaction, request: RepairRequest, at: Date): Promise<void> {
    this.announceOnTime(tx, request, (await this.of(tx, request)).close(request.episode, ['plan'], at));
  }

  async work(tx: Transaction, request: RepairRequest, episode: number, move: WorkMove, at: Date): Promise<void> {
    this.announceOnTime(tx, request, (await this.of(tx, request)).close(episode, keptBy[move], at));
  }

  /** By when the work of the episode was to be done, less its waits, and whether it is by `at`; undefined where no time was promised. */
  async solved(tx: Transaction, request: RepairRequest, at: Date): Promise<SolvedTarget | undefined> {
    return (await this.of(tx, request)).keptAt(request.episode, 'done', at);
  }

  /** A step of the work: keeps a promise, stops the clocks for a listed reason until its review, or lets them run again. */
  async follow(tx: Transaction, request: RepairRequest, episode: number, step: ClockStep, at: Date): Promise<void> {
    const held = await this.of(tx, request);
    if (step.move === 'paused') return this.announceOnTime(tx, request, held.pause(episode, { state: step.wait.reason, at, reviewAt: step.wait.reviewAt }));
    // Whoever is there waits for nothing.
    if (step.move !== 'taken') held.resume(episode, at);
    if (step.move !== 'resumed') await this.work(tx, request, episode, step.move, at);
  }

  /** Reads the clocks of all requests that share a transaction. */
  load(tx: Transaction, ids: readonly string[]): Promise<void> {
    return this.deadlines.load(tx, ids);
  }

  private of(tx: Transaction, { id }: RepairRequest) {
    return this.deadlines.of(tx, id, kind);
  }

  private announceOnTime(tx: Transaction, request: RepairRequest, levels: ShownOnTime[]): void {
    for (const level of levels) this.announce(tx, request, { kind: 'shown-on-time', level });
  }

  private announce(tx: Transaction, request: RepairRequest, event: RepairEvent): void {
    this.requests.advance(tx, request, { actor: systemActor, happenedAt: tx.now }, event);
  }
}
