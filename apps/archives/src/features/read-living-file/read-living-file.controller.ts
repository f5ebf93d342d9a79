import { Controller, Get } from '@nestjs/common';
import { mayOn } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { livingFileErrors } from '../../domain/living-file-errors';
import { volumeSources } from '../../domain/living-volumes';
import { fixityOf } from '../../fixity/persistence/file-fixity';
import { AccessLog } from '../../persistence/access-log';
import { LivingVolumes } from '../../persistence/living-volumes';
import { ReadLivingFiles } from '../../persistence/read-living-files';
import { Settings } from '../../persistence/settings';
import { livingFileView } from '../living-file.view';
import { deviceKeptUntil, entryView, LivingFileDetailView, ownershipView, volumeView } from './living-file-detail.view';

@Controller('api/living-files')
export class ReadLivingFileController {
  constructor(
    private readonly database: Database,
    private readonly files: ReadLivingFiles,
    private readonly volumes: LivingVolumes,
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
      const { retention } = await this.settings.ruleFor(tx, file.siteId, volumeSources[file.subjectType]);
      const ownerships = (await this.files.ownerships(tx, file.subjectId)).map((each) => ownershipView(each, retention));
      const fixityAt = await fixityOf(tx, id);
      const volumes = (await this.volumes.of(tx, id)).map(volumeView);
      const entries = (await this.files.entries(tx, id)).map((each) => entryView(each, fixityAt));
      // As why a record is on hold: others see that it is.
      const holdReason = mayOn(principal, 'archives.openLivingPaper', file.siteId) ? file.holdReason : null;
      return ok({ ...livingFileView(file), holdReason, entries, volumes, ownerships, deviceKeptUntilYear: deviceKeptUntil(file, retention) }, file.version);
    });
  }
}
