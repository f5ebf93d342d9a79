import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { CopyView, copyView } from '../copy.view';
import { LendingReasonDto } from '../lending-reason.dto';
import { RefuseCopyHandler } from './refuse-copy.handler';

@Controller('api/copies')
export class RefuseCopyController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RefuseCopyHandler,
  ) {}

  @Post(':id/refuse')
  @Operation('archives.refuseCopy', {
    summary: { zh: '不批准复制', en: 'Refuse copies' },
    ok: 200,
    okBody: CopyView,
    errors: ['conflict', 'stale'],
  })
  act(@PathId() id: string, @Body() input: LendingReasonDto, @Command() command: CommandContext): Promise<Answer<CopyView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), copyView);
  }
}
