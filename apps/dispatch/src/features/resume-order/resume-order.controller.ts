import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { viewOf, WorkOrderView } from '../work-order.view';
import { ResumeOrderHandler } from './resume-order.handler';

@Controller('api/work-orders')
export class ResumeOrderController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ResumeOrderHandler,
  ) {}

  @Post(':id/resume')
  @Operation('dispatch.resumeWorkOrder', {
    summary: { zh: '继续派工单', en: 'Resume a work order' },
    ok: 200,
    okBody: WorkOrderView,
    errors: ['conflict', 'stale'],
  })
  resume(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<WorkOrderView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
