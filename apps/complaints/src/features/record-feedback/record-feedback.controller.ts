import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { RecordFeedbackDto } from './record-feedback.dto';
import { RecordFeedbackHandler } from './record-feedback.handler';

@Controller('api/complaints')
export class RecordFeedbackController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RecordFeedbackHandler,
  ) {}

  @Post(':id/feedback')
  @Operation('complaints.recordFeedback', {
    summary: { zh: '登记反馈', en: 'Record that the complainant was told' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  record(@PathId() id: string, @Body() input: RecordFeedbackDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
