import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { CopyView, copyView } from '../copy.view';
import { MakeCopyHandler } from './make-copy.handler';

@Controller('api/copies')
export class MakeCopyController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: MakeCopyHandler,
  ) {}

  @Post(':id/make')
  @Operation('archives.makeCopy', {
    summary: { zh: '复制并编号', en: 'Make the copies' },
    description: { zh: '每份一个副本号，不重复。', en: 'Each has a number that is given once.' },
    ok: 200,
    okBody: CopyView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<CopyView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), copyView);
  }
}
