import { Injectable } from '@nestjs/common';
import { localTime } from '@property-office/calendar';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { extensionRefusal } from '../../domain/extension';
import { Complainants } from '../../persistence/complainants';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { ExtensionStandings } from '../../persistence/extension-standings';
import { StrangerTasks } from '../../persistence/stranger-tasks';
import { Tasks } from '../../persistence/tasks';
import { TellComplainants } from '../tell-complainants/tell-complainants';

/**
 * **The rule of an extension (W2.3): it holds once everybody who complains was told of it, before the old date.** Whom no account tells, whoever handles
 * the complaint has to, until then; who has one is told when it holds. Until it does, and where somebody was not told in time, the old date stands.
 */
@Injectable()
export class HoldExtension {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: TellComplainants,
    private readonly people: Complainants,
    private readonly standing: ExtensionStandings,
    private readonly tasks: Tasks,
    private readonly tellings: StrangerTasks,
  ) {}

  /**
   * Some were told of an extension that was approved. Nothing changes where it can hold no more.
   * @param strangers of those who complain, whom no account tells
   * @param toldIds of them, those who were told by now
   */
  async told(tx: Transaction, complaint: Complaint, act: Act, strangers: readonly string[], toldIds: readonly string[]): Promise<void> {
    const { extensionUntil: until, promisedAt, siteId } = complaint;
    const standing = await this.standing.ofAnnounced(tx, complaint);
    if (!until || extensionRefusal(standing, until, act.happenedAt)) return;
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
}
