import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ReadLivingFiles } from '../../persistence/read-living-files';
import { HoldDto } from '../hold.dto';
import { LivingFileView, livingFileView } from '../living-file.view';
import { ReleaseLivingHoldHandler } from './release-living-hold.handler';

@Controller('api/living-files')
export class ReleaseLivingHoldController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReleaseLivingHoldHandler,
    private readonly files: ReadLivingFiles,
  ) {}

  @Post(':id/release-hold')
  @Operation('archives.releaseLivingHold', { summary: { zh: '解除一户一档、一机一档的冻结', en: 'Lift the legal hold on a living file' }, ok: 200, okBody: LivingFileView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: HoldDto, @Command() command: CommandContext): Promise<Answer<LivingFileView>> {
    return this.commands.run(command, async (tx) => {
      await this.handler.execute(tx, command, id, input);
      const file = (await this.files.one(command.principal, id, command.operation, tx))!;
      return ok(livingFileView(file), file.version);
    });
  }
}
