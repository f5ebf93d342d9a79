import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { RepairRequestView } from '../repair-request.view';
import { RepairViews } from '../repair-views';
import { TakeBackDto } from './take-back.dto';
import { TakeBackHandler } from './take-back.handler';

@Controller('api/repair-requests')
export class TakeBackController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: TakeBackHandler,
    private readonly views: RepairViews,
  ) {}

  @Post(':id/take-back')
  @Operation('tickets.takeBack', {
    summary: { zh: '撤回自己的上一步', en: "Take one's own last act back" },
    description: {
      zh: '五分钟内、且之后没有其他操作时，可撤回取消、留言或更正。',
      en: 'A cancellation, a comment or a correction, within five minutes and if nothing followed.',
    },
    ok: 200,
    okBody: RepairRequestView,
    errors: ['conflict', 'stale'],
  })
  takeBack(@PathId() id: string, @Body() input: TakeBackDto, @Command() command: CommandContext): Promise<Answer<RepairRequestView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (request) => this.views.masked(request),
    );
  }
}
