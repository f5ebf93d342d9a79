import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { VisitorViews } from '../visitor-views';
import { VisitorView } from '../visitor.view';
import { AdmitByPassDto } from './admit-visitor.dto';
import { AdmitVisitorHandler } from './admit-visitor.handler';

@Controller('api/visitors')
export class AdmitVisitorController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AdmitVisitorHandler,
    private readonly views: VisitorViews,
  ) {}

  @Post('admit')
  @Operation('reception.admitByPass', {
    summary: { zh: '凭通行码进入', en: 'Admit a visitor by their pass' },
    ok: 200,
    okBody: VisitorView,
    errors: ['not-found', 'conflict'],
  })
  admitByPass(@Body() input: AdmitByPassDto, @Command() command: CommandContext): Promise<Answer<VisitorView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.byPass(tx, command, input),
      (visitor) => this.views.masked(visitor, command.principal),
    );
  }

  @Post(':id/admit')
  @Operation('reception.admitVisitor', { summary: { zh: '登记进入', en: 'Admit a visitor' }, ok: 200, okBody: VisitorView, errors: ['conflict', 'stale'] })
  admit(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<VisitorView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (visitor) => this.views.masked(visitor, command.principal),
    );
  }
}
