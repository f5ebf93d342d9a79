import { Injectable } from '@nestjs/common';
import { localTime } from '@property-office/calendar';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { complaintErrors, extensionError, stateAfter } from '../../domain/errors';
import { extensionRefusal } from '../../domain/extension';
import { groupErrors } from '../../domain/group-errors';
import { Complainants } from '../../persistence/complainants';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { ExtensionStandings } from '../../persistence/extension-standings';
import { StrangerTasks } from '../../persistence/stranger-tasks';
import { TellComplainants } from '../tell-complainants/tell-complainants';
import type { AnnounceExtensionDto } from './announce-extension.dto';

/**
 * The complainant was told before the old date: only then the new one holds (W2.3). Of a group everybody is: by their account, by the handler, or by
 * somebody of the desk, who has it to do until the old date.
 */
@Injectable()
export class AnnounceExtensionHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly clocks: ComplaintClocks,
    private readonly complainants: TellComplainants,
    private readonly standing: ExtensionStandings,
    private readonly people: Complainants,
    private readonly tellings: StrangerTasks,
  ) {}

  /** @throws unknown (404), notTheHandler (403), extensionMissing, extensionUsed, extensionTooLate, complaintMoveIllegal (409), complainantUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { how, toldIds, ...input }: AnnounceExtensionDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForHandler(tx, command, id, input);
    stateAfter(complaint.state, 'extend');
    const { extensionUntil: until, extensionApprovedBy, promisedAt } = complaint;
    if (!until || !extensionApprovedBy) throw complaintErrors.extensionMissing();
    const standing = await this.standing.of(tx, complaint);
    const refusal = extensionRefusal(standing, until, act.happenedAt);
    if (refusal) throw extensionError(refusal);
    const before = standing.current!;
    const strangers = await this.people.strangerIds(tx, id);
    const alone = (await this.people.count(tx, id)) === 1;
    const toldNow = toldOf(strangers, alone, toldIds);
    const told = { extensionToldAt: act.happenedAt, extensionToldHow: how, extensionToldIds: toldNow };
    const moved = promisedAt && { promisedAt: until };
    this.complaints.advance(tx, complaint, act, { kind: 'extension-told', until, before }, { ...told, ...moved });
    await this.clocks.agree(tx, complaint, until, act.happenedAt);
    await this.complainants.tell(tx, complaint, 'complaint-extended', act);
    const untold = strangers.filter((each) => !toldNow.includes(each));
    const { timeZone } = (await this.clocks.book(tx)).of(complaint.siteId, act.happenedAt).calendars['complaint-replies'];
    const shown = localTime(until, timeZone);
    await this.tellings.give(tx, complaint, act, untold, { what: `告知投诉人延期至 ${shown} / Tell them that it takes until ${shown}`, dueAt: before });
    return complaint;
  }
}

/** Who complains alone is whom the handler speaks of; of several it may have been another. @throws complainantUnknown (400) */
function toldOf(strangers: string[], alone: boolean, toldIds: string[] = []): string[] {
  const unknown = toldIds.findIndex((each) => !strangers.includes(each));
  if (unknown >= 0) throw groupErrors.complainantUnknown(`/toldIds/${unknown}`);
  return alone ? strangers : toldIds;
}
