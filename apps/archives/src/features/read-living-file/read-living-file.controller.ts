import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { livingFileErrors } from '../../domain/living-file-errors';
import { fixityOf } from '../../fixity/persistence/file-fixity';
import { AccessLog } from '../../persistence/access-log';
import { ReadLivingFiles } from '../../persistence/read-living-files';
import { Settings } from '../../persistence/settings';
import { livingFileView } from '../living-file.view';
import { deviceKeptUntil, entryView, LivingFileDetailView, ownershipView } from './living-file-detail.view';

@Controller('api/living-files')
export class ReadLivingFileController {
  constructor(
    private readonly database: Database,
    private readonly files: ReadLivingFiles,
    private readonly settings: Settings,
    private readonly log: AccessLog,
  ) {}

  @Get(':id')
  @Operation('archives.readLivingFile', {
    summary: { zh: '查看一户一档、一机一档', en: 'Read a living file' },
    description: { zh: '每次查看都会留下记录。', en: 'Each time is recorded.' },
    ok: 200,
    okBody: LivingFileDetailView,
  })
  read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<LivingFileDetailView>> {
    return this.database.transaction(async (tx) => {
      const file = await this.files.one(principal, id, 'archives.readLivingFile', tx);
      if (!file) throw livingFileErrors.livingFileUnknown();
      this.log.note(tx, principal, 'archives.readLivingFile', file, {}, 'living-file');
      // Service papers of homes and devices are kept by the company's own table, as that of repairs says (product defaults).
      const { retention } = await this.settings.ruleFor(tx, file.siteId, 'repair-request');
      const ownerships = (await this.files.ownerships(tx, file.subjectId)).map((each) => ownershipView(each, retention));
      const fixityAt = await fixityOf(tx, id);
      const entries = (await this.files.entries(tx, id)).map((each) => entryView(each, fixityAt));
      return ok({ ...livingFileView(file), entries, ownerships, deviceKeptUntilYear: deviceKeptUntil(file, retention) }, file.version);
    });
  }
}
