import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { viewOf, WorkOrderView } from '../work-order.view';
import { ArriveHandler } from './arrive.handler';

@Controller('api/work-orders')
export class ArriveController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ArriveHandler,
  ) {}

  @Post(':id/arrive')
  @Operation('dispatch.arrive', {
    summary: { zh: '到场', en: 'Arrive on site' },
    ok: 200,
    okBody: WorkOrderView,
    errors: ['conflict', 'stale'],
  })
  arrive(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<WorkOrderView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
