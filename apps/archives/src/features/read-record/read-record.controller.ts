import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, QueryFlag, type Answer } from '@property-office/service-kit';
import { recordErrors } from '../../domain/errors';
import { fixityOf } from '../../fixity/persistence/file-fixity';
import { AccessLog } from '../../persistence/access-log';
import { filesOf, sheetsOfRecord } from '../../persistence/held-things';
import { ReadRecords } from '../../persistence/read-records';
import { RecordView, recordView } from '../record.view';
import { CheckedFileView, checkedFileView } from './record-file.view';

export class ReadRecordQuery {
  @QueryFlag({ label: { zh: '从搜索结果打开', en: 'opened from a search' }, optional: true })
  found?: boolean;
}

export class RecordSheetView {
  @ApiProperty({ enum: ['card', 'text', 'trail'], description: '著录卡、定稿正文、办理过程' })
  kind!: 'card' | 'text' | 'trail';

  @ApiProperty({ description: 'The card and the trail are JSON' })
  content!: string;

  @ApiProperty()
  sha256!: string;
}

export class RecordDetailView extends RecordView {
  @ApiProperty({ type: [CheckedFileView] })
  files!: CheckedFileView[];

  @ApiProperty({ type: [RecordSheetView] })
  sheets!: RecordSheetView[];
}

@Controller('api/records')
export class ReadRecordController {
  constructor(
    private readonly database: Database,
    private readonly records: ReadRecords,
    private readonly log: AccessLog,
  ) {}

  @Get(':id')
  @Operation('archives.readRecord', {
    summary: { zh: '查看档案', en: 'Read a record' },
    description: { zh: '每次查看都会留下记录。', en: 'Each time is recorded.' },
    ok: 200,
    okBody: RecordDetailView,
  })
  read(@PathId() id: string, @Query() { found = false }: ReadRecordQuery, @Acting() principal: Principal): Promise<Answer<RecordDetailView>> {
    return this.database.transaction(async (tx) => {
      const record = await this.records.one(principal, id, 'archives.readRecord', tx);
      if (!record) throw recordErrors.recordUnknown();
      this.log.note(tx, principal, 'archives.readRecord', record, { found });
      const fixityAt = await fixityOf(tx, id);
      const files = (await filesOf(tx, id)).map((file) => checkedFileView(file, fixityAt(file.position)));
      return ok({ ...recordView(record), files, sheets: await sheetsOfRecord(tx, id) }, record.version);
    });
  }
}
