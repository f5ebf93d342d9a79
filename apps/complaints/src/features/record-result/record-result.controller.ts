import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { RecordResultDto } from './record-result.dto';
import { RecordResultHandler } from './record-result.handler';

@Controller('api/complaints')
export class RecordResultController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RecordResultHandler,
  ) {}

  @Post(':id/result')
  @Operation('complaints.recordResult', {
    summary: { zh: '登记处理结果', en: 'Record the result' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  record(@PathId() id: string, @Body() input: RecordResultDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.run(
      command,
      async (tx) => {
        const complaint = await this.handler.execute(tx, command, id, input);
        return ok(viewOf(complaint), complaint.version);
      },
      () => this.handler.prepare(command, id, input),
    );
  }
}
