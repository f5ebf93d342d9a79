import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Answer } from '@property-office/service-kit';
import { Acting, ok, Operation, PathId } from '@property-office/service-kit';
import { dispatchErrors } from '../../domain/errors';
import { ReadWorkOrders } from '../../persistence/read-work-orders';
import { viewOf, WorkOrderView } from '../work-order.view';

@Controller('api/work-orders')
export class ReadOrderController {
  constructor(private readonly orders: ReadWorkOrders) {}

  @Get(':id')
  @Operation('dispatch.readWorkOrder', { summary: { zh: '查看派工单', en: 'Read a work order' }, ok: 200, okBody: WorkOrderView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<WorkOrderView>> {
    const order = await this.orders.one(principal, id);
    if (!order) throw dispatchErrors.unknown();
    return ok(viewOf(order), order.version);
  }
}
