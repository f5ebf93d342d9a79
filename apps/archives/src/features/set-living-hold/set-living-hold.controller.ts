import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ReadLivingFiles } from '../../persistence/read-living-files';
import { HoldDto } from '../hold.dto';
import { LivingFileView, livingFileView } from '../living-file.view';
import { SetLivingHoldHandler } from './set-living-hold.handler';

@Controller('api/living-files')
export class SetLivingHoldController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SetLivingHoldHandler,
    private readonly files: ReadLivingFiles,
  ) {}

  @Post(':id/hold')
  @Operation('archives.setLivingHold', { summary: { zh: '冻结一户一档、一机一档', en: 'Set a legal hold on a living file' }, ok: 200, okBody: LivingFileView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: HoldDto, @Command() command: CommandContext): Promise<Answer<LivingFileView>> {
    return this.commands.run(command, async (tx) => {
      await this.handler.execute(tx, command, id, input);
      const file = (await this.files.one(command.principal, id, command.operation, tx))!;
      return ok(livingFileView(file), file.version);
    });
  }
}
