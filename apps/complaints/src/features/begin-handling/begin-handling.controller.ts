import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { BeginHandlingDto } from './begin-handling.dto';
import { BeginHandlingHandler } from './begin-handling.handler';

@Controller('api/complaints')
export class BeginHandlingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: BeginHandlingHandler,
  ) {}

  @Post(':id/begin-handling')
  @Operation('complaints.beginHandling', {
    summary: { zh: '致歉并承诺日期', en: 'Apologise and promise a date' },
    description: { zh: '属我方责任的投诉须致歉并承诺日期。', en: 'What is ours needs an apology and a date.' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  begin(@PathId() id: string, @Body() input: BeginHandlingDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
