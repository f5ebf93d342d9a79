import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { viewOf, WorkOrderView } from '../work-order.view';
import { AcceptOrderHandler } from './accept-order.handler';

@Controller('api/work-orders')
export class AcceptOrderController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AcceptOrderHandler,
  ) {}

  @Post(':id/accept')
  @Operation('dispatch.acceptWorkOrder', {
    summary: { zh: '接单', en: 'Accept a work order' },
    ok: 200,
    okBody: WorkOrderView,
    errors: ['conflict', 'stale'],
  })
  accept(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<WorkOrderView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
