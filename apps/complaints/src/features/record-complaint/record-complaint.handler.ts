import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import { AttachmentClaims } from '@property-office/backbone';
import type { ComplaintChannel } from '@property-office/contracts';
import type { RuleBook } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { complaintErrors } from '../../domain/errors';
import { CaseNumbers } from '../../persistence/case-numbers';
import { ComplaintClocks } from '../../persistence/complaint-clocks';
import type { Complaint } from '../../persistence/complaint.entity';
import { unnamed } from '../../persistence/complaints';
import { Places } from '../../persistence/places';
import { CheckComplaintHandler } from '../check-complaint/check-complaint.handler';
import { FileComplaint } from './file-complaint';
import type { RecordComplaintDto } from './record-complaint.dto';

/** What a complaint refers to, looked up before its transaction. */
export interface PreparedComplaint {
  id: string;
  siteId: string;
  sequence: number;
  rules: RuleBook;
}

/** Takes a complaint from a resident, from staff about colleagues, or from the desk on somebody's behalf (W2.3). */
@Injectable()
export class RecordComplaintHandler {
  constructor(
    private readonly places: Places,
    private readonly numbers: CaseNumbers,
    private readonly clocks: ComplaintClocks,
    private readonly attachments: AttachmentClaims,
    private readonly check: CheckComplaintHandler,
    private readonly file: FileComplaint,
    private readonly audit: Audit,
  ) {}

  /** @throws siteUnknown, attachmentRefused (400), unavailable (503) */
  async prepare({ principal }: CommandContext, { siteId, homeId, attachmentIds }: RecordComplaintDto): Promise<PreparedComplaint> {
    const home = homeId === undefined ? undefined : await this.places.find(homeId);
    if (homeId !== undefined && (home?.kind !== 'home' || (siteId !== undefined && siteId !== home.siteId))) throw complaintErrors.siteUnknown('/homeId');
    const ownHome = principal.homes[0];
    const site = siteId ?? home?.siteId ?? (ownHome && (await this.places.find(ownHome))?.siteId);
    if (site === undefined) throw complaintErrors.siteUnknown('/siteId');
    const id = newId();
    await this.attachments.claim(attachmentIds, principal.personId, { type: 'complaint', id });
    return { id, siteId: site, sequence: await this.numbers.next('complaint_number'), rules: await this.clocks.book() };
  }

  /** @throws siteUnknown, aboutUnknown, aboutComplainant, hotlineIncomplete (400), complaintOnBehalf, roleMayNot (403) */
  async execute(tx: Transaction, command: CommandContext, input: RecordComplaintDto, prepared: PreparedComplaint): Promise<Complaint> {
    const { personId, homes } = command.principal;
    const act = actOf(tx, command, prepared.siteId, input);
    const { role } = act.actor;
    const byDesk = role === 'desk' || role === 'desk-lead' || role === 'duty-officer' || role === 'director' || role === 'company';
    // The desk takes what others say; everybody else complains themselves.
    const own = !byDesk || input.onBehalfOf === personId;
    if (!byDesk && (input.onBehalfOf || input.contact || input.outside || input.households !== undefined)) throw complaintErrors.complaintOnBehalf();
    if (role === 'resident' && input.homeId && !homes.includes(input.homeId)) throw complaintErrors.siteUnknown('/homeId');
    const homeId = input.homeId ?? (role === 'resident' && homes.length === 1 ? homes[0]! : null);
    const complainantId = own ? personId : (input.onBehalfOf ?? null);
    const examined = {
      siteId: prepared.siteId,
      channel: input.outside ?? channelOf(role),
      aboutPersonIds: input.aboutPersonIds ?? [],
      aboutCrewIds: input.aboutCrewIds ?? [],
      hotlineNumber: input.hotlineNumber ?? null,
      hotlineDeadline: input.hotlineDeadline ?? null,
    };
    await this.check.execute(tx, { ...examined, complainantId });
    const complaint = await this.file.execute(tx, own ? unnamed(act) : act, {
      ...prepared,
      ...examined,
      kind: input.kind,
      words: input.words,
      complainant: { personId: complainantId, homeId, contact: input.contact ?? null, words: input.words, contactId: null, aboutWords: input.aboutWords ?? null },
      injuryOrSafety: input.injuryOrSafety ?? false,
      households: input.households ?? 1,
      attachmentIds: input.attachmentIds ?? [],
    });
    if (own) {
      const { id: objectId, siteId } = complaint;
      this.audit.record(tx, { actor: act.actor, operation: command.operation, objectType: 'complaint', objectId, siteId });
    }
    return complaint;
  }
}

function channelOf(role: string): ComplaintChannel {
  if (role === 'resident') return 'portal';
  return role === 'desk' || role === 'desk-lead' ? 'desk' : 'staff';
}
