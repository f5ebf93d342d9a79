import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { viewOf, WorkOrderView } from '../work-order.view';
import { AssignOrderDto } from './assign-order.dto';
import { AssignOrderHandler } from './assign-order.handler';

@Controller('api/work-orders')
export class AssignOrderController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AssignOrderHandler,
  ) {}

  @Post(':id/assign')
  @Operation('dispatch.assignWorkOrder', {
    summary: { zh: '派单', en: 'Assign a work order by hand' },
    ok: 200,
    okBody: WorkOrderView,
    errors: ['conflict', 'stale'],
  })
  assign(@PathId() id: string, @Body() input: AssignOrderDto, @Command() command: CommandContext): Promise<Answer<WorkOrderView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
