import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { MergeComplaintDto } from './merge-complaint.dto';
import { MergeComplaintHandler } from './merge-complaint.handler';

@Controller('api/complaints')
export class MergeComplaintController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: MergeComplaintHandler,
  ) {}

  @Post(':id/merge')
  @Operation('complaints.mergeComplaint', {
    summary: { zh: '并案', en: 'Merge a complaint into another' },
    description: {
      zh: '与本项目另一条未结案的投诉为同一事项：投诉人及其原话、附件并入那一条，由其继续办理；较早的期限不变，投诉人会得知并入的编号。',
      en: 'Another complaint of the same matter and site goes on for it: its complainants complain there from now on, with their words and attachments, are told its number, and wait no longer than before.',
    },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  merge(@PathId() id: string, @Body() input: MergeComplaintDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
