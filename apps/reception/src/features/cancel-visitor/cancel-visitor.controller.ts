import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { VisitorViews } from '../visitor-views';
import { VisitorView } from '../visitor.view';
import { CancelVisitorHandler } from './cancel-visitor.handler';

@Controller('api/visitors')
export class CancelVisitorController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CancelVisitorHandler,
    private readonly views: VisitorViews,
  ) {}

  @Post(':id/cancel')
  @Operation('reception.cancelVisitor', { summary: { zh: '取消来访', en: 'Cancel a visit' }, ok: 200, okBody: VisitorView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<VisitorView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (visitor) => this.views.masked(visitor, command.principal),
    );
  }
}
