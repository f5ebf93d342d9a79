import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ReadLivingFiles } from '../../persistence/read-living-files';
import { LivingFileView, livingFileView } from '../living-file.view';
import { CloseLivingFileHandler } from './close-living-file.handler';

@Controller('api/living-files')
export class CloseLivingFileController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CloseLivingFileHandler,
    private readonly files: ReadLivingFiles,
  ) {}

  @Post(':id/close')
  @Operation('archives.closeLivingFile', {
    summary: { zh: '一户一档、一机一档立卷', en: 'Close what has ended of a living file' },
    description: {
      zh: '产权结束的业主或停用设备的材料立为一卷，形成归档建议；有几任业主的，一次一任。',
      en: 'The papers of an ownership that has ended, or of a device that is out of service, are one volume and propose a record; of several ownerships one at a time.',
    },
    ok: 200,
    okBody: LivingFileView,
    errors: ['conflict', 'stale'],
  })
  close(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<LivingFileView>> {
    return this.commands.run(command, async (tx) => {
      await this.handler.execute(tx, command, id, input);
      const file = (await this.files.one(command.principal, id, command.operation, tx))!;
      return ok(livingFileView(file), file.version);
    });
  }
}
