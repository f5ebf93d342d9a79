import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { complaintErrors, extensionError, stateAfter } from '../../domain/errors';
import { extensionRefusal } from '../../domain/extension';
import { groupErrors } from '../../domain/group-errors';
import { Complainants } from '../../persistence/complainants';
import type { Complaint } from '../../persistence/complaint.entity';
import { Complaints } from '../../persistence/complaints';
import { ExtensionStandings } from '../../persistence/extension-standings';
import type { AnnounceExtensionDto } from './announce-extension.dto';
import { HoldExtension } from './hold-extension';

/** The handler has told the complainant before the old date; of a group the others are still to be told (W2.3). */
@Injectable()
export class AnnounceExtensionHandler {
  constructor(
    private readonly complaints: Complaints,
    private readonly standing: ExtensionStandings,
    private readonly people: Complainants,
    private readonly holding: HoldExtension,
  ) {}

  /** @throws unknown (404), notTheHandler (403), extensionMissing, extensionOver, extensionUsed, extensionTooLate, complaintMoveIllegal (409), complainantUnknown (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { how, toldIds, ...input }: AnnounceExtensionDto): Promise<Complaint> {
    const { complaint, act } = await this.complaints.lockForHandler(tx, command, id, input);
    stateAfter(complaint.state, 'extend');
    const { extensionUntil: until, extensionApprovedBy } = complaint;
    if (!until || !extensionApprovedBy) throw complaintErrors.extensionMissing();
    if (complaint.feedbackAt !== null) throw complaintErrors.extensionOver();
    const refusal = extensionRefusal(await this.standing.of(tx, complaint), until, act.happenedAt);
    if (refusal) throw extensionError(refusal);
    const strangers = await this.people.strangerIds(tx, id);
    const alone = (await this.people.count(tx, id)) === 1;
    const toldNow = toldOf(strangers, alone, toldIds);
    complaint.extensionToldHow = how;
    await this.holding.told(tx, complaint, act, strangers, toldNow);
    return complaint;
  }
}

/** Who complains alone is whom the handler speaks of; of several it may have been another. @throws complainantUnknown (400) */
function toldOf(strangers: string[], alone: boolean, toldIds: string[] = []): string[] {
  const unknown = toldIds.findIndex((each) => !strangers.includes(each));
  if (unknown >= 0) throw groupErrors.complainantUnknown(`/toldIds/${unknown}`);
  return alone ? strangers : toldIds;
}
