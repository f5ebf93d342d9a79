import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { recordErrors } from '../../domain/errors';
import { AccessLog } from '../../persistence/access-log';
import { ReadHistory } from '../../persistence/read-history';
import { ReadRecords } from '../../persistence/read-records';
import { remarksOn } from '../../persistence/remarks';
import { RecordHistoryView, recordHistoryView } from './record-history.view';

@Controller('api/records')
export class ReadRecordHistoryController {
  constructor(
    private readonly database: Database,
    private readonly records: ReadRecords,
    private readonly history: ReadHistory,
    private readonly log: AccessLog,
  ) {}

  @Get(':id/history')
  @Operation('archives.readRecordHistory', { summary: { zh: '档案著录、冻结与查看记录', en: 'How a record was described, held and viewed' }, ok: 200, okBody: RecordHistoryView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<RecordHistoryView> {
    const operation = 'archives.readRecordHistory';
    await this.database.transaction(async (tx) => {
      const record = await this.records.one(principal, id, operation, tx);
      if (!record) throw recordErrors.recordUnknown();
      this.log.note(tx, principal, operation, record);
    });
    const { database, history } = this;
    return recordHistoryView({
      descriptions: await history.descriptions(database, id),
      holds: await history.holds(database, id),
      shelves: await history.shelves(database, id),
      remarks: await remarksOn(database, id),
      views: await this.log.of(id),
    });
  }
}
