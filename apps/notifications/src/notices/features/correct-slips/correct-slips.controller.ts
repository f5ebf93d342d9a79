import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { SlipsView } from '../slips.view';
import { CorrectSlipsDto } from './correct-slips.dto';
import { CorrectSlipsHandler } from './correct-slips.handler';

@Controller('api/notices')
export class CorrectSlipsController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CorrectSlipsHandler,
  ) {}

  @Post(':id/correct-slips')
  @Operation('notifications.correctSlips', {
    summary: { zh: '更正入户通知单送达登记', en: 'Correct what was recorded: these slips were not left' },
    ok: 200,
    okBody: SlipsView,
    errors: ['conflict', 'stale'],
  })
  correct(@PathId() id: string, @Body() input: CorrectSlipsDto, @Command() command: CommandContext): Promise<Answer<SlipsView>> {
    return this.commands.run(command, async (tx) => {
      const { slips, version } = await this.handler.execute(tx, command, id, input);
      return ok(slips, version);
    });
  }
}
