import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { CreateTaskDto } from './create-task.dto';
import { CreateTaskHandler } from './create-task.handler';

@Controller('api/complaints')
export class CreateTaskController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CreateTaskHandler,
  ) {}

  @Post(':id/tasks')
  @Operation('complaints.createTask', {
    summary: { zh: '安排任务', en: 'Add a task to a complaint' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  create(@PathId() id: string, @Body() input: CreateTaskDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.run(
      command,
      async (tx, rules) => {
        const complaint = await this.handler.execute(tx, command, id, input, rules);
        return ok(viewOf(complaint), complaint.version);
      },
      () => this.handler.prepare(),
    );
  }
}
