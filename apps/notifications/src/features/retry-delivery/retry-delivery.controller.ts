import { Controller, Post } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { actOf, Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { notificationErrors } from '../../domain/errors';
import { stateAfterRetry } from '../../domain/retry-delivery';
import { lockDelivery, sendAgain } from '../../persistence/read-deliveries';
import { deliveryView, DeliveryView } from '../delivery.view';

@Controller('api/deliveries')
export class RetryDeliveryController {
  constructor(
    private readonly commands: Commands,
    private readonly audit: Audit,
  ) {}

  @Post(':id/retry')
  @Operation('notifications.retryDelivery', {
    summary: { zh: '重新发送', en: 'Try a delivery again' },
    description: {
      zh: '只有发送失败的记录可以重新发送；仍用同一个幂等键，对方已收到的不会再次生效。',
      en: 'Only what failed is tried again, under the same key: a receiver that has it does not take it twice.',
    },
    ok: 200,
    okBody: DeliveryView,
    errors: ['conflict'],
  })
  retry(@PathId() id: string, @Command() command: CommandContext): Promise<Answer<DeliveryView>> {
    return this.commands.run(command, async (tx) => {
      const row = await lockDelivery(tx, command.principal, id);
      if (!row) throw notificationErrors.deliveryUnknown();
      const state = stateAfterRetry(row.state);
      const { actor } = actOf(tx, command, row.siteId, {});
      sendAgain(tx, id);
      this.audit.record(tx, { actor, operation: command.operation, objectType: 'delivery', objectId: id, siteId: row.siteId, details: { channel: row.channel } });
      return ok(deliveryView({ ...row, state, nextTryAt: tx.now, lastReason: null, lastError: null }, command.language));
    });
  }
}
