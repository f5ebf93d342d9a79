import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { actOf, type ActFields, type CommandContext } from '@property-office/service-kit';
import { livingFileErrors } from '../../domain/living-file-errors';
import { volumeSources } from '../../domain/living-volumes';
import { LivingFiles } from '../../persistence/living-files';
import { LivingVolumes } from '../../persistence/living-volumes';
import { assertNotListed } from '../../persistence/lock-living-files';
import { ProposeRecordHandler } from '../propose-record/propose-record.handler';

/** What an ownership or a device that has ended left in its living file is closed, and proposed as one record, kept from that end on (W4.1, W4.5). */
@Injectable()
export class CloseLivingFileHandler {
  constructor(
    private readonly files: LivingFiles,
    private readonly volumes: LivingVolumes,
    private readonly propose: ProposeRecordHandler,
  ) {}

  /** @throws livingFileUnknown (404), livingFileHandedOver, livingFileListed, nothingEnded (409), stale (412), the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<void> {
    const locked = await this.files.lockForAct(tx, command, id, input);
    await assertNotListed(tx, id);
    const ended = await this.volumes.ended(tx, id);
    if (!ended) throw livingFileErrors.nothingEnded();
    const { siteId, subject, code } = locked;
    const { endedAt, items, attachmentIds } = ended;
    // It follows the end.
    const act = actOf(tx, command, siteId, input, endedAt);
    const { eventId, n, title } = await this.volumes.close(tx, act, id, ended);
    this.files.closed(tx, locked, eventId, { volume: n, endedAt, papers: items.length });
    const source = { type: volumeSources[subject.type], id, number: code };
    await this.propose.execute(tx, act, { eventId, siteId, source, datedAt: endedAt, confidentiality: 'internal', title, pages: null, copies: null, attachmentIds });
  }
}
