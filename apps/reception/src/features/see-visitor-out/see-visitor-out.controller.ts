import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { VisitorViews } from '../visitor-views';
import { VisitorView } from '../visitor.view';
import { SeeVisitorOutHandler } from './see-visitor-out.handler';

@Controller('api/visitors')
export class SeeVisitorOutController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SeeVisitorOutHandler,
    private readonly views: VisitorViews,
  ) {}

  @Post(':id/see-out')
  @Operation('reception.seeVisitorOut', { summary: { zh: '登记离开', en: 'See a visitor out' }, ok: 200, okBody: VisitorView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<VisitorView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (visitor) => this.views.masked(visitor, command.principal),
    );
  }
}
