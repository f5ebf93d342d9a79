import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { CancelTaskDto } from './cancel-task.dto';
import { CancelTaskHandler } from './cancel-task.handler';

@Controller('api/complaints')
export class CancelTaskController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CancelTaskHandler,
  ) {}

  @Post(':id/cancel-task')
  @Operation('complaints.cancelTask', {
    summary: { zh: '取消任务', en: 'Cancel a task of a complaint' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  cancel(@PathId() id: string, @Body() input: CancelTaskDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
