import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { setTimer, TimerLoop, type NewTimer } from '@property-office/timers';
import { answerOfAll, silentUntil, waitedFor, type Answering } from '../../domain/answers';
import { stateAfter } from '../../domain/errors';
import { Answers } from '../../persistence/answers';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { TellComplainants } from '../tell-complainants/tell-complainants';
import { CloseComplaint } from './close-complaint';

const timerKind = 'complaint-silence';

/** A case whose result is told is closed when nobody is waited for any more (W2.3): by an answer, or because the time of those who stay silent is over. */
@Injectable()
export class EndWaiting implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly complaints: Complaints,
    private readonly answers: Answers,
    private readonly close: CloseComplaint,
    private readonly notices: TellComplainants,
  ) {}

  onModuleInit(): void {
    this.timers.on(timerKind, (tx, { aggregateId }) => this.timeOver(tx, aggregateId));
  }

  /** Somebody answered. @throws complaintMoveIllegal (409) */
  async afterAnswer(tx: Transaction, complaint: Complaint, act: Act, all: Array<Answering & { words: string | null }>): Promise<void> {
    if (waitedFor(all, complaint.feedbackAt!, act.happenedAt).length === 0) return this.end(tx, complaint, act, all);
    stateAfter(complaint.state, 'hear-one');
    const answered = all.filter((each) => each.answer !== null).length;
    this.complaints.advance(tx, complaint, act, { kind: 'answered', answered, complainants: all.length });
    this.wake(tx, complaint, all, act.happenedAt);
  }

  /** Whom it waits for is another by something else than an answer: it is closed when their time is over, or at once where it is. */
  async goOn(tx: Transaction, complaint: Complaint): Promise<void> {
    if (complaint.state !== 'awaiting-feedback' || complaint.feedbackAt === null) return;
    const dueAt = silentUntil(await this.answers.answering(tx, complaint), complaint.feedbackAt, tx.now) ?? tx.now;
    setTimer(tx, timerOf(complaint, dueAt));
  }

  /** Somebody has an account from now on: the time of whoever stays silent ends for them, too. */
  async canRead(tx: Transaction, personId: string): Promise<void> {
    const rows = await tx.query<{ id: string }>(
      `SELECT c.id FROM complaint c JOIN complainant k ON k.complaint_id = c.id WHERE k.person_id = $1 AND c.state = 'awaiting-feedback' ORDER BY c.id`,
      [personId],
    );
    for (const { id } of rows) await this.goOn(tx, await this.complaints.lockForFact(tx, id));
  }

  /** In a round that goes on, and where somebody has said something: of a case that nobody answered the desk says so. */
  private async timeOver(tx: Transaction, id: string): Promise<void> {
    const complaint = await this.complaints.lockForFact(tx, id);
    if (complaint.state !== 'awaiting-feedback' || complaint.feedbackAt === null) return;
    const all = await this.answers.answering(tx, complaint);
    if (all.every((each) => each.answer === null)) return;
    // Somebody joined meanwhile.
    if (waitedFor(all, complaint.feedbackAt, tx.now).length > 0) this.wake(tx, complaint, all, tx.now);
    else await this.end(tx, complaint, { actor: systemActor, happenedAt: tx.now }, all);
  }

  /** Those who have no account are waited for until somebody says that they were not reached. */
  private wake(tx: Transaction, complaint: Complaint, all: Answering[], now: Date): void {
    const dueAt = silentUntil(all, complaint.feedbackAt!, now);
    if (dueAt) setTimer(tx, timerOf(complaint, dueAt));
  }

  /** Whoever had the time and said nothing is on record as that. */
  private async end(tx: Transaction, complaint: Complaint, act: Act, all: Array<Answering & { words: string | null }>): Promise<void> {
    for (const { id: complainantId } of all.filter((each) => each.answer === null))
      this.answers.keep(tx, complaint, { complainantId, answer: 'no-answer', how: null, words: null, answeredAt: act.happenedAt, recordedBy: null });
    const together = answerOfAll(all.map((each) => each.answer));
    const words = all.flatMap((each) => each.words ?? []);
    await this.close.execute(tx, complaint, act, together, words.length > 0 ? words.join('\n') : null);
    // Who dissents alone has just said so; of several the others do not know.
    if (together !== 'dissent' || all.length > 1) await this.notices.tell(tx, complaint, 'complaint-closed', act);
  }
}

/** Another key after each event, and for each time: an answer that is recorded late may wait for what another timer has passed by. */
function timerOf({ id: aggregateId, version }: Complaint, dueAt: Date): NewTimer {
  return { kind: timerKind, aggregateId, fireKey: `${timerKind}:${aggregateId}:${version}:${dueAt.toISOString()}`, dueAt };
}
