import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localTime } from '@property-office/calendar';
import { systemActor } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { setTimer, TimerLoop } from '@property-office/timers';
import { extensionRefusal, type ExtensionStanding } from '../../domain/extension';
import { Complainants } from '../../persistence/complainants';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { ExtensionStandings } from '../../persistence/extension-standings';
import { StrangerTasks } from '../../persistence/stranger-tasks';
import { Tasks } from '../../persistence/tasks';
import { TellComplainants } from '../tell-complainants/tell-complainants';

const timerKind = 'complaint-extension-lapses';

/** Kept with each task, for its owner. */
const lapsed = '未能在原期限前告知全部投诉人，延期不生效，原期限不变 / Not everybody was told before the old date: it stands, and there is no extension to tell of';

/**
 * **The rule of an extension (W2.3): it holds once everybody who complains was told of it, before the old date.** Whom no account tells, whoever handles
 * the complaint has to, until then; who has one is told when it holds. Until it does, and where somebody was not told in time, the old date stands,
 * and nobody is to be told of an extension any more; nor once they were told the result.
 */
@Injectable()
export class HoldExtension implements OnModuleInit {
  constructor(
    private readonly timers: TimerLoop,
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: TellComplainants,
    private readonly people: Complainants,
    private readonly standing: ExtensionStandings,
    private readonly tasks: Tasks,
    private readonly tellings: StrangerTasks,
  ) {}

  onModuleInit(): void {
    this.timers.on(timerKind, async (tx, { aggregateId }) =>
      this.giveUp(tx, await this.complaints.lockForFact(tx, aggregateId), { actor: systemActor, happenedAt: tx.now }));
  }

  /**
   * Some were told of an extension that was approved. Where it can hold no more, nobody else is to be.
   * @param strangers of those who complain, whom no account tells
   * @param toldIds of them, those who were told by now
   */
  async told(tx: Transaction, complaint: Complaint, act: Act, strangers: readonly string[], toldIds: readonly string[]): Promise<void> {
    const { extensionUntil: until, promisedAt, siteId } = complaint;
    const standing = await this.standing.ofAnnounced(tx, complaint);
    if (!until || !canHold(complaint, standing, act.happenedAt)) return this.giveUp(tx, complaint, act);
    const extensionToldIds = [...new Set([...(complaint.extensionToldIds ?? []), ...toldIds])];
    const untold = strangers.filter((each) => !extensionToldIds.includes(each));
    const before = standing.current!;
    complaint.extensionToldIds = extensionToldIds;
    if (untold.length > 0) {
      tx.save(complaint);
      const { timeZone } = (await this.clocks.book(tx)).of(siteId, act.happenedAt).calendars['complaint-replies'];
      const shown = localTime(until, timeZone);
      const asked = await this.tasks.toTellOfExtension(tx, complaint.id);
      await this.tellings.give(tx, complaint, act, untold.filter((each) => !asked.includes(each)), { what: `告知投诉人延期至 ${shown} / Tell them that it takes until ${shown}`, dueAt: before, ofExtension: true });
      this.lapseAt(tx, complaint, before);
      return;
    }
    const told = { extensionToldAt: act.happenedAt, ...(promisedAt && { promisedAt: until }) };
    this.complaints.advance(tx, complaint, act, { kind: 'extension-told', until, before }, told);
    await this.clocks.agree(tx, complaint, until, act.happenedAt);
    await this.complainants.tell(tx, complaint, 'complaint-extended', act);
  }

  /** Somebody whom the extension was to be told has been. */
  async toldAnother(tx: Transaction, complaint: Complaint, act: Act, complainantId: string): Promise<void> {
    if (complaint.extensionToldAt === null) await this.told(tx, complaint, act, await this.people.strangerIds(tx, complaint.id), [complainantId]);
  }

  /** Where it can hold no more nobody is to be told of it any more; the old date may have become another one, and passes then. */
  async giveUp(tx: Transaction, complaint: Complaint, act: Act): Promise<void> {
    const standing = await this.standing.ofAnnounced(tx, complaint);
    if (complaint.extensionToldAt === null && canHold(complaint, standing, act.happenedAt)) return this.lapseAt(tx, complaint, standing.current!);
    await this.tellings.cancel(tx, complaint, act, lapsed, ({ ofExtension }) => ofExtension);
  }

  private lapseAt(tx: Transaction, { id: aggregateId, version }: Complaint, dueAt: Date): void {
    setTimer(tx, { kind: timerKind, aggregateId, fireKey: `${timerKind}:${aggregateId}:${version}:${dueAt.toISOString()}`, dueAt });
  }
}

function canHold({ extensionUntil: until, feedbackAt }: Complaint, standing: ExtensionStanding, at: Date): boolean {
  return until !== null && feedbackAt === null && extensionRefusal(standing, until, at) === undefined;
}
