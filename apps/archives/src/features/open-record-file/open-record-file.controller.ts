import { Controller, Get, Query } from '@nestjs/common';
import { AttachmentLinks } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, Operation, PathId, QueryNumber } from '@property-office/service-kit';
import { recordErrors } from '../../domain/errors';
import { FileAlarms } from '../../fixity/persistence/file-alarms';
import { AccessLog } from '../../persistence/access-log';
import { filesOf } from '../../persistence/held-things';
import { ReadRecords } from '../../persistence/read-records';
import { OpenedFileView } from '../opened-file.view';

export class OpenRecordFileQuery {
  @QueryNumber({ label: { zh: '文件序号', en: 'number of the file' }, min: 1, max: 1_000 })
  position!: number;
}

@Controller('api/records')
export class OpenRecordFileController {
  constructor(
    private readonly database: Database,
    private readonly records: ReadRecords,
    private readonly log: AccessLog,
    private readonly links: AttachmentLinks,
    private readonly alarms: FileAlarms,
  ) {}

  /** A record says which files it holds without links to them: who keeps the records asks here, and is written down. Others borrow it, and see it marked (W4.3). */
  @Get(':id/file')
  @Operation('archives.openRecordFile', {
    summary: { zh: '打开档案文件', en: 'Open a file of a record' },
    description: { zh: '只供档案管理人员；其他人请借阅。每次打开都会留下记录。', en: 'For who keeps the records; others ask for a loan. Each time is recorded.' },
    ok: 200,
    okBody: OpenedFileView,
    errors: ['conflict'],
  })
  open(@PathId() id: string, @Query() { position }: OpenRecordFileQuery, @Acting() principal: Principal): Promise<OpenedFileView> {
    return this.database.transaction(async (tx) => {
      const record = await this.records.one(principal, id, 'archives.openRecordFile', tx);
      if (!record) throw recordErrors.recordUnknown();
      if (record.handedOverAt) throw recordErrors.recordHandedOver();
      const file = (await filesOf(tx, id)).find((each) => each.position === position);
      if (!file) throw recordErrors.recordFileUnknown();
      await this.alarms.assertServed(tx, file.sha256);
      this.log.note(tx, principal, 'archives.openRecordFile', record, { position, sha256: file.sha256 });
      return { url: this.links.linkTo(file.attachmentId).url, name: file.name, sha256: file.sha256 };
    });
  }
}
