import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { viewOf, WorkOrderView } from '../work-order.view';
import { DeclineOrderDto } from './decline-order.dto';
import { DeclineOrderHandler } from './decline-order.handler';

@Controller('api/work-orders')
export class DeclineOrderController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: DeclineOrderHandler,
  ) {}

  @Post(':id/decline')
  @Operation('dispatch.declineWorkOrder', {
    summary: { zh: '退单', en: 'Hand a work order back' },
    ok: 200,
    okBody: WorkOrderView,
    errors: ['conflict', 'stale'],
  })
  decline(@PathId() id: string, @Body() input: DeclineOrderDto, @Command() command: CommandContext): Promise<Answer<WorkOrderView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
