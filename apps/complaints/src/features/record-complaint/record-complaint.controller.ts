import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { RecordComplaintDto } from './record-complaint.dto';
import { RecordComplaintHandler } from './record-complaint.handler';

@Controller('api/complaints')
export class RecordComplaintController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RecordComplaintHandler,
  ) {}

  @Post()
  @Operation('complaints.recordComplaint', {
    summary: { zh: '登记投诉', en: 'Record a complaint' },
    description: {
      zh: '被投诉人及其班组看不到这条投诉，也不会知道投诉人是谁。',
      en: 'Neither whoever it is about nor their crew sees it, or learns who complains.',
    },
    ok: 201,
    okBody: ComplaintView,
  })
  record(@Body() input: RecordComplaintDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const complaint = await this.handler.execute(tx, command, input, prepared);
        return created(`/api/complaints/${complaint.id}`, viewOf(complaint), complaint.version);
      },
      () => this.handler.prepare(command, input),
    );
  }
}
