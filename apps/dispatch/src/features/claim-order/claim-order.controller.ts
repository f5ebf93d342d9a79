import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { viewOf, WorkOrderView } from '../work-order.view';
import { ClaimOrderHandler } from './claim-order.handler';

@Controller('api/work-orders')
export class ClaimOrderController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ClaimOrderHandler,
  ) {}

  @Post(':id/claim')
  @Operation('dispatch.claimWorkOrder', {
    summary: { zh: '抢单', en: 'Claim a work order' },
    ok: 200,
    okBody: WorkOrderView,
    errors: ['conflict', 'stale'],
  })
  claim(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<WorkOrderView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
