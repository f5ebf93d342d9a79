import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { viewOf, WorkOrderView } from '../work-order.view';
import { PauseOrderDto } from './pause-order.dto';
import { PauseOrderHandler } from './pause-order.handler';

@Controller('api/work-orders')
export class PauseOrderController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: PauseOrderHandler,
  ) {}

  @Post(':id/pause')
  @Operation('dispatch.pauseWorkOrder', {
    summary: { zh: '挂起派工单', en: 'Pause a work order' },
    ok: 200,
    okBody: WorkOrderView,
    errors: ['conflict', 'stale'],
  })
  pause(@PathId() id: string, @Body() input: PauseOrderDto, @Command() command: CommandContext): Promise<Answer<WorkOrderView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
