import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { CopyView, copyView } from '../copy.view';
import { HandOverCopyDto } from './hand-over-copy.dto';
import { HandOverCopyHandler } from './hand-over-copy.handler';

@Controller('api/copies')
export class HandOverCopyController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: HandOverCopyHandler,
  ) {}

  @Post(':id/hand-over')
  @Operation('archives.handOverCopy', {
    summary: { zh: '交付复制件', en: 'Hand over the copies' },
    ok: 200,
    okBody: CopyView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: HandOverCopyDto, @Command() command: CommandContext): Promise<Answer<CopyView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), copyView);
  }
}
