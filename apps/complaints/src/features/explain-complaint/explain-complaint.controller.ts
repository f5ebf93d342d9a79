import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { ExplainComplaintDto } from './explain-complaint.dto';
import { ExplainComplaintHandler } from './explain-complaint.handler';

@Controller('api/complaints')
export class ExplainComplaintController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ExplainComplaintHandler,
  ) {}

  @Post(':id/explain')
  @Operation('complaints.explainComplaint', {
    summary: { zh: '解释并说明所给帮助', en: 'Explain, and say what help was given' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  explain(@PathId() id: string, @Body() input: ExplainComplaintDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
