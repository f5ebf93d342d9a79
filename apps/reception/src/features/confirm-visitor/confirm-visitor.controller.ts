import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { VisitorViews } from '../visitor-views';
import { VisitorView } from '../visitor.view';
import { HostAnswerDto } from '../host-answer.dto';
import { ConfirmVisitorHandler } from './confirm-visitor.handler';

@Controller('api/visitors')
export class ConfirmVisitorController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ConfirmVisitorHandler,
    private readonly views: VisitorViews,
  ) {}

  @Post(':id/confirm')
  @Operation('reception.confirmVisitor', { summary: { zh: '确认来访', en: 'Confirm a visitor' }, ok: 200, okBody: VisitorView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: HostAnswerDto, @Command() command: CommandContext): Promise<Answer<VisitorView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (visitor) => this.views.masked(visitor, command.principal),
    );
  }
}
