import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { AnswerTextsDto } from '../answer-texts.dto';
import { standardAnswerView, StandardAnswerView } from '../standard-answer.view';
import { ImproveStandardAnswerHandler } from './improve-standard-answer.handler';

@Controller('api/standard-answers')
export class ImproveStandardAnswerController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ImproveStandardAnswerHandler,
  ) {}

  @Post(':id/improve')
  @Operation('reception.improveStandardAnswer', {
    summary: { zh: '改进标准答复', en: 'Improve a standard answer' },
    description: { zh: '原来的版本保留；须带 If-Match。', en: 'The earlier version is kept. Needs If-Match.' },
    ok: 200,
    okBody: StandardAnswerView,
    errors: ['conflict', 'stale', 'precondition-missing'],
  })
  improve(@PathId() id: string, @Body() input: AnswerTextsDto, @Command() command: CommandContext): Promise<Answer<StandardAnswerView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), standardAnswerView);
  }
}
