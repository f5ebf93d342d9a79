import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { AskFileSizes } from '../../marks/markable-held';
import { CopyView, copyView } from '../copy.view';
import { AskCopyDto } from './ask-copy.dto';
import { AskCopyHandler } from './ask-copy.handler';

@Controller('api/copies')
export class AskCopyController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AskCopyHandler,
    private readonly sizes: AskFileSizes,
  ) {}

  @Post()
  @Operation('archives.askCopy', {
    summary: { zh: '申请复制档案', en: 'Ask for copies of a record' },
    description: { zh: '公务查询须写明公函和来查询的人员。没有纸质原件的，须有能逐页加标记的文件：PDF、图片（不超过 25 MB）或定稿文本。', en: 'An official request names its letter and the officers who came. Without an original of paper there must be something to mark on every page: a PDF or picture of 25 MiB at most, or the final text.' },
    ok: 201,
    okBody: CopyView,
  })
  ask(@Body() input: AskCopyDto, @Command() command: CommandContext): Promise<Answer<CopyView>> {
    return this.commands.run(
      command,
      async (tx, sizes) => {
        const asked = await this.handler.execute(tx, command, input, sizes);
        return created(`/api/copies/${asked.copy.id}`, copyView(asked), asked.version);
      },
      () => this.sizes.of(input.recordId),
    );
  }
}
