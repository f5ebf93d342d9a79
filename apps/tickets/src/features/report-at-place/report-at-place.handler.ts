import { Injectable } from '@nestjs/common';
import { FieldCipher, takeQuotas } from '@property-office/access';
import { AttachmentClaims } from '@property-office/backbone';
import { systemActor } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { ticketErrors } from '../../domain/errors';
import { PlaceCodes } from '../../persistence/place-codes';
import { RepairClocks } from '../../persistence/repair-clocks';
import { RepairNumbers } from '../../persistence/repair-numbers';
import type { RepairRequest } from '../../persistence/repair-request.entity';
import { AcceptReportHandler } from '../accept-report/accept-report.handler';
import { CheckReportHandler } from '../check-report/check-report.handler';
import type { PreparedReport } from '../report-repair/report-repair.handler';
import type { ReportAtPlaceDto } from './report-at-place.dto';

const hour = 3600;
/** Reports without an account: from one address, and at one place. */
const mostFromSource = 10;
const mostAtPlace = 30;
/** Nobody asked for a name. */
const caller = '扫码报修人';

/** Whoever stands before the sheet of a public place reports what is broken there (W2.6). */
@Injectable()
export class ReportAtPlaceHandler {
  constructor(
    private readonly codes: PlaceCodes,
    private readonly checking: CheckReportHandler,
    private readonly accepting: AcceptReportHandler,
    private readonly numbers: RepairNumbers,
    private readonly attachments: AttachmentClaims,
    private readonly clocks: RepairClocks,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws placeCodeUnknown (404), categoryUnknown, attachmentRefused (400), unavailable (503) */
  async prepare(visitor: string, code: string, { category, attachmentIds }: ReportAtPlaceDto): Promise<PreparedReport> {
    const place = await this.codes.byCode(code);
    if (!place) throw ticketErrors.placeCodeUnknown();
    const checked = await this.checking.execute(category, { kind: 'place', id: place.id });
    const id = newId();
    await this.attachments.claim(attachmentIds, visitor, { type: 'repair-request', id });
    return { id, ...checked, locationId: place.id, sequence: await this.numbers.next(), rules: await this.clocks.book() };
  }

  /** @throws quotaUsedUp (429) */
  async execute(tx: Transaction, source: string, input: ReportAtPlaceDto, prepared: PreparedReport): Promise<RepairRequest> {
    const ofSource = this.cipher.blindIndex('tickets.place_report.source', source);
    await takeQuotas(tx, [
      { key: `place-report source ${ofSource}`, most: mostFromSource, seconds: hour },
      { key: `place-report place ${prepared.locationId}`, most: mostAtPlace, seconds: hour },
    ]);
    return this.accepting.execute(tx, { actor: systemActor, happenedAt: tx.now }, {
      ...prepared,
      description: input.description,
      urgent: input.urgency === 'urgent',
      reporterId: null,
      channel: 'portal',
      ...(input.phone && { contact: { name: caller, phone: input.phone } }),
      attachmentIds: input.attachmentIds ?? [],
    });
  }
}
