import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { FinishTaskDto } from './finish-task.dto';
import { FinishTaskHandler } from './finish-task.handler';

@Controller('api/complaints')
export class FinishTaskController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: FinishTaskHandler,
  ) {}

  @Post(':id/finish-task')
  @Operation('complaints.finishTask', {
    summary: { zh: '完成任务', en: 'Finish a task of a complaint' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  finish(@PathId() id: string, @Body() input: FinishTaskDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
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
