import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { labelsAsPdf } from '@property-office/official-papers';
import { Database } from '@property-office/persistence';
import { recordErrors } from '../../../domain/errors';
import { AccessLog } from '../../../persistence/access-log';
import { ReadRecords, type RecordFilter } from '../../../persistence/read-records';

/** What a stocktake scans. What stands on a shelf is read by whoever passes: of a confidential record only its number. */
@Injectable()
export class PrintLabelsHandler {
  constructor(
    private readonly database: Database,
    private readonly records: ReadRecords,
    private readonly log: AccessLog,
  ) {}

  /** @throws recordUnknown (404) where there is nothing to print */
  async execute(principal: Principal, filter: Omit<RecordFilter, 'onPaper'>): Promise<{ bytes: Buffer; nextCursor: string | null }> {
    const operation = 'archives.printLabels';
    const { items: ofPaper, nextCursor } = await this.records.page(principal, { ...filter, onPaper: true }, operation);
    if (ofPaper.length === 0) throw recordErrors.recordUnknown();
    const bytes = await labelsAsPdf(ofPaper.map(({ archiveNumber: code, title, confidentiality }) => ({ code, title: confidentiality === 'confidential' ? '保密' : title })));
    // Written down before it is handed out.
    await this.database.transaction(async (tx) => {
      for (const record of ofPaper) this.log.note(tx, principal, operation, record, { label: record.archiveNumber });
    });
    return { bytes, nextCursor };
  }
}
