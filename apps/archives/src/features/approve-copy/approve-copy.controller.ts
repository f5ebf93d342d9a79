import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { CopyView, copyView } from '../copy.view';
import { ApproveCopyHandler } from './approve-copy.handler';

@Controller('api/copies')
export class ApproveCopyController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ApproveCopyHandler,
  ) {}

  @Post(':id/approve')
  @Operation('archives.approveCopy', {
    summary: { zh: '批准复制', en: 'Approve copies' },
    ok: 200,
    okBody: CopyView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<CopyView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), copyView);
  }
}
