import { Controller, Delete } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { actOf, Command, Commands, noContent, Operation, PathId } from '@property-office/service-kit';
import { notificationErrors } from '../../domain/errors';
import { Webhooks } from '../../persistence/webhooks';

@Controller('api/webhooks')
export class CloseWebhookController {
  constructor(
    private readonly commands: Commands,
    private readonly webhooks: Webhooks,
    private readonly audit: Audit,
  ) {}

  @Delete(':id')
  @Operation('notifications.closeWebhook', { summary: { zh: '移除 Webhook', en: 'Remove a webhook' }, ok: 204 })
  close(@PathId() id: string, @Command() command: CommandContext): Promise<Answer<undefined>> {
    return this.commands.run(command, async (tx) => {
      const webhook = await this.webhooks.lock(tx, command.principal, command.operation, id);
      if (!webhook) throw notificationErrors.endpointUnknown();
      const { actor } = actOf(tx, command, webhook.siteId, {});
      this.webhooks.close(tx, id);
      this.audit.record(tx, { actor, operation: command.operation, objectType: 'webhook', objectId: id, siteId: webhook.siteId });
      return noContent();
    });
  }
}
