import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { viewOf, WorkOrderView } from '../work-order.view';
import { TransferOrderDto } from './transfer-order.dto';
import { TransferOrderHandler } from './transfer-order.handler';

@Controller('api/work-orders')
export class TransferOrderController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: TransferOrderHandler,
  ) {}

  @Post(':id/transfer')
  @Operation('dispatch.transferWorkOrder', {
    summary: { zh: '转单', en: 'Transfer a work order' },
    ok: 200,
    okBody: WorkOrderView,
    errors: ['conflict', 'stale'],
  })
  transfer(@PathId() id: string, @Body() input: TransferOrderDto, @Command() command: CommandContext): Promise<Answer<WorkOrderView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
