import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { DirectiveView, directiveView } from '../directive.view';
import { AcknowledgeDirectiveHandler } from './acknowledge-directive.handler';

@Controller('api/directives')
export class AcknowledgeDirectiveController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AcknowledgeDirectiveHandler,
  ) {}

  @Post(':id/acknowledge')
  @Operation('documents.acknowledgeDirective', {
    summary: { zh: '确认指示', en: 'Acknowledge a directive' },
    ok: 200,
    okBody: DirectiveView,
    errors: ['conflict', 'stale'],
  })
  acknowledge(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<DirectiveView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), directiveView);
  }
}
