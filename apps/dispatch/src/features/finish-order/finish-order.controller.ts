import { Body, Controller, Post } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { viewOf, WorkOrderView } from '../work-order.view';
import { FinishOrderDto } from './finish-order.dto';
import { FinishOrderHandler } from './finish-order.handler';

@Controller('api/work-orders')
export class FinishOrderController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: FinishOrderHandler,
    private readonly attachments: AttachmentClaims,
  ) {}

  @Post(':id/finish')
  @Operation('dispatch.finishWorkOrder', {
    summary: { zh: '完工', en: 'Finish a work order' },
    ok: 200,
    okBody: WorkOrderView,
    errors: ['conflict', 'stale'],
  })
  finish(@PathId() id: string, @Body() input: FinishOrderDto, @Command() command: CommandContext): Promise<Answer<WorkOrderView>> {
    return this.commands.run(
      command,
      async (tx) => {
        const order = await this.handler.execute(tx, command, id, input);
        return ok(viewOf(order), order.version);
      },
      () => this.attachments.claim(input.attachmentIds, command.principal.personId, { type: 'work-order', id }),
    );
  }
}
