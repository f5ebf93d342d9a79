import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { copyErrors } from '../../domain/copy-errors';
import { ReadCopies } from '../../persistence/read-copies';
import { CopyView, copyView } from '../copy.view';
import { LentFileView, lentFilesOf } from '../lent-file.view';

export class CopyDetailView extends CopyView {
  @ApiProperty({ type: [LentFileView], description: 'What can be printed with its mark; of paper, nothing: the mark is put on by hand / 可打印的文件；纸质原件的复印件由经办人逐页加盖标记' })
  files!: LentFileView[];
}

@Controller('api/copies')
export class ReadCopyController {
  constructor(
    private readonly database: Database,
    private readonly copies: ReadCopies,
  ) {}

  @Get(':id')
  @Operation('archives.readCopy', { summary: { zh: '查看复制', en: 'Read copies' }, ok: 200, okBody: CopyDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<CopyDetailView>> {
    const found = await this.copies.one(principal, id);
    if (!found) throw copyErrors.copyingUnknown();
    const files = await this.database.transaction((tx) => lentFilesOf(tx, found.copy.recordId));
    return ok({ ...copyView(found), files }, found.version);
  }
}
