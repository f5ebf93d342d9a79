import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { CopyView, copyView } from '../copy.view';
import { AskCopyDto } from './ask-copy.dto';
import { AskCopyHandler } from './ask-copy.handler';

@Controller('api/copies')
export class AskCopyController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AskCopyHandler,
  ) {}

  @Post()
  @Operation('archives.askCopy', {
    summary: { zh: '申请复制档案', en: 'Ask for copies of a record' },
    description: { zh: '公务查询须写明公函和来查询的人员。', en: 'An official request names its letter and the officers who came.' },
    ok: 201,
    okBody: CopyView,
  })
  ask(@Body() input: AskCopyDto, @Command() command: CommandContext): Promise<Answer<CopyView>> {
    return this.commands.run(command, async (tx) => {
      const asked = await this.handler.execute(tx, command, input);
      return created(`/api/copies/${asked.copy.id}`, copyView(asked), asked.version);
    });
  }
}
