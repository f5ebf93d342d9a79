import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { CorrectComplaintDto } from './correct-complaint.dto';
import { CorrectComplaintHandler } from './correct-complaint.handler';

@Controller('api/complaints')
export class CorrectComplaintController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CorrectComplaintHandler,
  ) {}

  @Post(':id/correct-about')
  @Operation('complaints.correctComplaint', {
    summary: { zh: '更正被投诉人', en: 'Correct whom a complaint is about' },
    description: {
      zh: '更正后的全部人员和班组；他们及其班组此后看不到这条投诉，处理人在其中的换人办理。原先写明的人仍看不到。',
      en: 'Everybody and every crew it is about from now on: neither they nor their crews see it any more, and whoever of them handles it hands it on. Whoever was named before does not see it again.',
    },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  correct(@PathId() id: string, @Body() input: CorrectComplaintDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
