import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { standardAnswerView, StandardAnswerView } from '../standard-answer.view';
import { RetireStandardAnswerHandler } from './retire-standard-answer.handler';

@Controller('api/standard-answers')
export class RetireStandardAnswerController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RetireStandardAnswerHandler,
  ) {}

  @Post(':id/retire')
  @Operation('reception.retireStandardAnswer', {
    summary: { zh: '停用标准答复', en: 'Retire a standard answer' },
    ok: 200,
    okBody: StandardAnswerView,
    errors: ['conflict', 'stale'],
  })
  retire(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<StandardAnswerView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), standardAnswerView);
  }
}
