import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { VisitorViews } from '../visitor-views';
import { VisitorView } from '../visitor.view';
import { HostAnswerDto } from '../host-answer.dto';
import { DeclineVisitorHandler } from './decline-visitor.handler';

@Controller('api/visitors')
export class DeclineVisitorController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: DeclineVisitorHandler,
    private readonly views: VisitorViews,
  ) {}

  @Post(':id/decline')
  @Operation('reception.declineVisitor', { summary: { zh: '谢绝来访', en: 'Decline a visitor' }, ok: 200, okBody: VisitorView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: HostAnswerDto, @Command() command: CommandContext): Promise<Answer<VisitorView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (visitor) => this.views.masked(visitor, command.principal),
    );
  }
}
