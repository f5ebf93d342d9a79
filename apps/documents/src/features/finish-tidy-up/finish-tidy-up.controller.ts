import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { TidyUpView, tidyUpView } from '../tidy-up.view';
import { FinishTidyUpDto } from './finish-tidy-up.dto';
import { FinishTidyUpHandler } from './finish-tidy-up.handler';

@Controller('api/tidy-ups')
export class FinishTidyUpController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: FinishTidyUpHandler,
  ) {}

  @Post(':id/finish')
  @Operation('documents.finishTidyUp', {
    summary: { zh: '完成年度整理移交', en: 'Finish a yearly tidy-up' },
    description: { zh: '年度结束后进行；有缺漏的须说明，缺漏数随移交记录保留。', en: 'When the year is over; what is missing needs a reason and stays with it.' },
    ok: 200,
    okBody: TidyUpView,
    errors: ['conflict', 'stale'],
  })
  finish(@PathId() id: string, @Body() input: FinishTidyUpDto, @Command() command: CommandContext): Promise<Answer<TidyUpView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), tidyUpView);
  }
}
