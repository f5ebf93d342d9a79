import { Controller, Get, Query } from '@nestjs/common';
import { AttachmentLinks } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, Operation, PathId, QueryNumber } from '@property-office/service-kit';
import { livingFileErrors } from '../../domain/living-file-errors';
import { FileAlarms } from '../../fixity/persistence/file-alarms';
import { AccessLog } from '../../persistence/access-log';
import { LivingVolumes } from '../../persistence/living-volumes';
import { ReadLivingFiles } from '../../persistence/read-living-files';
import { OpenedFileView } from '../opened-file.view';

export class OpenLivingPaperQuery {
  @QueryNumber({ label: { zh: '件号', en: 'item' }, min: 1, max: 1_000_000 })
  item!: number;

  @QueryNumber({ label: { zh: '文件序号', en: 'number of the file' }, min: 1, max: 1_000 })
  position!: number;
}

@Controller('api/living-files')
export class OpenLivingPaperController {
  constructor(
    private readonly database: Database,
    private readonly files: ReadLivingFiles,
    private readonly volumes: LivingVolumes,
    private readonly log: AccessLog,
    private readonly links: AttachmentLinks,
    private readonly alarms: FileAlarms,
  ) {}

  @Get(':id/file')
  @Operation('archives.openLivingPaper', {
    summary: { zh: '打开一户一档、一机一档文件', en: 'Open a file of a living file' },
    description: { zh: '每次打开都会留下记录。', en: 'Each time is recorded.' },
    ok: 200,
    okBody: OpenedFileView,
    errors: ['conflict'],
  })
  open(@PathId() id: string, @Query() { item, position }: OpenLivingPaperQuery, @Acting() principal: Principal): Promise<OpenedFileView> {
    return this.database.transaction(async (tx) => {
      const file = await this.files.one(principal, id, 'archives.openLivingPaper', tx);
      if (!file) throw livingFileErrors.livingFileUnknown();
      const left = await this.volumes.wayOut(tx, id, item);
      if (left === 'destroyed') throw livingFileErrors.livingPaperDestroyed();
      if (left === 'handed-over' || (await this.files.isHandedOver(tx, file, item))) throw livingFileErrors.livingFileHandedOver();
      const paper = (await this.files.filesOf(tx, id, item))?.[position - 1];
      if (!paper) throw livingFileErrors.livingPaperUnknown();
      await this.alarms.assertServed(tx, paper.sha256);
      this.log.note(tx, principal, 'archives.openLivingPaper', file, { item, position, sha256: paper.sha256 }, 'living-file');
      return { url: this.links.linkTo(paper.id).url, name: paper.name, sha256: paper.sha256 };
    });
  }
}
