import { Injectable } from '@nestjs/common';
import { mayOn } from '@property-office/access';
import { AttachmentClaims } from '@property-office/backbone';
import type { Role } from '@property-office/contracts';
import type { RuleBook } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { checkTimes } from '../../domain/report-times';
import { RepairClocks } from '../../persistence/repair-clocks';
import { RepairNumbers } from '../../persistence/repair-numbers';
import type { RepairRequest, ReportChannel } from '../../persistence/repair-request.entity';
import { AcceptReportHandler } from '../accept-report/accept-report.handler';
import { CheckReportHandler, type CheckedReport } from '../check-report/check-report.handler';
import type { ReportRepairDto } from './report-repair.dto';

const channels: Partial<Record<Role | 'system', ReportChannel>> = {
  resident: 'portal',
  technician: 'technician',
  'crew-lead': 'technician',
  importer: 'import',
};

/** What a report refers to, looked up before its transaction begins: a transaction must not wait for a second connection. */
export interface PreparedReport extends CheckedReport {
  /** Of the request to be made: its attachments are claimed for it. */
  id: string;
  locationId: string;
  sequence: number;
  /** By which its clocks run. */
  rules: RuleBook;
}

/** Accepts a repair (W2.2, main flow 1): nothing but writes inside the transaction, so that it costs one round trip. */
@Injectable()
export class ReportRepairHandler {
  constructor(
    private readonly checking: CheckReportHandler,
    private readonly accepting: AcceptReportHandler,
    private readonly numbers: RepairNumbers,
    private readonly attachments: AttachmentClaims,
    private readonly clocks: RepairClocks,
  ) {}

  /** @throws categoryUnknown, locationUnknown, attachmentRefused (400), unavailable (503) */
  async prepare({ principal, operation }: CommandContext, input: ReportRepairDto): Promise<PreparedReport> {
    const { homeId, place } = input.location;
    const locationId = homeId ?? place;
    const kind = homeId ? 'home' : 'place';
    const checked = await this.checking.execute(input.category, locationId && !(homeId && place) ? { kind, id: locationId } : undefined);
    // What stands on other sites is answered like what was invented.
    if (!mayOn(principal, operation, checked.place.siteId)) throw ticketErrors.locationUnknown();
    const id = newId();
    await this.attachments.claim(input.attachmentIds, principal.personId, { type: 'repair-request', id });
    return { id, ...checked, locationId: locationId!, sequence: await this.numbers.next(), rules: await this.clocks.book() };
  }

  /** @throws locationUnknown, seenInFuture, windowImpossible (400), onBehalfNotAllowed (403) */
  execute(tx: Transaction, command: CommandContext, input: ReportRepairDto, prepared: PreparedReport): RepairRequest {
    const { locationId, place } = prepared;
    const { principal } = command;
    const act = actOf(tx, command, place.siteId, input);
    const { role } = act.actor;
    if (role === 'resident' && place.kind === 'home' && !principal.homes.includes(locationId)) throw ticketErrors.locationUnknown();
    if (role === 'resident' && input.onBehalfOf) throw ticketErrors.onBehalfNotAllowed();
    checkTimes(input, tx.now);
    const { preferredWindow, seenAt, contact, externalReference } = input;
    return this.accepting.execute(tx, act, {
      ...prepared,
      description: input.description,
      urgent: input.urgency === 'urgent',
      ...(preferredWindow && { preferredWindow }),
      ...(seenAt && { seenAt }),
      reporterId: role === 'resident' ? principal.personId : (input.onBehalfOf ?? null),
      channel: channels[role] ?? 'desk',
      ...(contact && { contact }),
      attachmentIds: input.attachmentIds ?? [],
      ...(externalReference !== undefined && { externalReference }),
    });
  }
}
