import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { standardAnswerView, StandardAnswerView } from '../standard-answer.view';
import { WriteStandardAnswerDto } from './write-standard-answer.dto';
import { WriteStandardAnswerHandler } from './write-standard-answer.handler';

@Controller('api/standard-answers')
export class WriteStandardAnswerController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: WriteStandardAnswerHandler,
  ) {}

  @Post()
  @Operation('reception.writeStandardAnswer', {
    summary: { zh: '新增标准答复', en: 'Write a standard answer' },
    ok: 201,
    okBody: StandardAnswerView,
  })
  write(@Body() input: WriteStandardAnswerDto, @Command() command: CommandContext): Promise<Answer<StandardAnswerView>> {
    return this.commands.run(command, (tx) => {
      const answer = this.handler.execute(tx, command, input);
      return created(`/api/standard-answers/${answer.id}`, standardAnswerView(answer), answer.version);
    });
  }
}
