import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ReadLivingFiles } from '../../persistence/read-living-files';
import { LivingFileView, livingFileView } from '../living-file.view';
import { FilePaperDto } from './file-paper.dto';
import { FilePaperHandler } from './file-paper.handler';

@Controller('api/living-files')
export class FilePaperController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: FilePaperHandler,
    private readonly files: ReadLivingFiles,
  ) {}

  @Post(':id/file-paper')
  @Operation('archives.filePaper', { summary: { zh: '一户一档、一机一档归入材料', en: 'Put a paper into a living file' }, ok: 200, okBody: LivingFileView, errors: ['conflict', 'stale'] })
  file(@PathId() id: string, @Body() input: FilePaperDto, @Command() command: CommandContext): Promise<Answer<LivingFileView>> {
    return this.commands.run(
      command,
      async (tx, attachments) => {
        await this.handler.execute(tx, command, id, input, attachments);
        const file = (await this.files.one(command.principal, id, command.operation, tx))!;
        return ok(livingFileView(file), file.version);
      },
      () => this.handler.prepare(command, id, input),
    );
  }
}
