import { Controller, Get, Headers } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, languageOf, Operation, PathId } from '@property-office/service-kit';
import { notificationErrors } from '../../domain/errors';
import { ReadDeliveries } from '../../persistence/read-deliveries';
import { DeliveryWithAttemptsView, withAttempts } from '../delivery.view';

@Controller('api/deliveries')
export class ReadDeliveryController {
  constructor(private readonly deliveries: ReadDeliveries) {}

  @Get(':id')
  @Operation('notifications.readDelivery', { summary: { zh: '一次发送及其每次尝试', en: 'A delivery with each of its attempts' }, ok: 200, okBody: DeliveryWithAttemptsView })
  async read(
    @PathId() id: string,
    @Acting() principal: Principal,
    @Headers('accept-language') language: string | undefined,
  ): Promise<DeliveryWithAttemptsView> {
    const row = await this.deliveries.one(principal, id);
    if (!row) throw notificationErrors.deliveryUnknown();
    return withAttempts(row, await this.deliveries.attemptsOf(id), languageOf(language));
  }
}
