import { Controller, Post } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import { newWebhookSecret } from '@property-office/channels';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { actOf, assertFresh, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { notificationErrors } from '../../domain/errors';
import { Webhooks } from '../../persistence/webhooks';
import { webhookView, WebhookWithSecretView } from '../webhook.view';
import { withSecret } from '../with-secret';

@Controller('api/webhooks')
export class ResetWebhookSecretController {
  constructor(
    private readonly commands: Commands,
    private readonly webhooks: Webhooks,
    private readonly audit: Audit,
  ) {}

  @Post(':id/reset-secret')
  @Operation('notifications.resetWebhookSecret', {
    summary: { zh: '更换 Webhook 密钥', en: 'Make a new secret for a webhook' },
    description: { zh: '旧密钥在 24 小时内仍然有效。', en: 'Messages are signed with the old one, too, for 24 hours.' },
    ok: 200,
    okBody: WebhookWithSecretView,
    errors: ['stale'],
  })
  async reset(@PathId() id: string, @Command() command: CommandContext): Promise<Answer<WebhookWithSecretView>> {
    const answer = await this.commands.act(
      command,
      async (tx) => {
        const webhook = await this.webhooks.lock(tx, command.principal, command.operation, id);
        if (!webhook) throw notificationErrors.endpointUnknown();
        assertFresh(command, webhook.version);
        const { actor } = actOf(tx, command, webhook.siteId, {});
        const changed = { ...webhook, version: webhook.version + 1 };
        this.webhooks.replaceSecret(tx, id, newWebhookSecret(), changed.version);
        this.audit.record(tx, { actor, operation: command.operation, objectType: 'webhook', objectId: id, siteId: webhook.siteId });
        return changed;
      },
      webhookView,
    );
    return withSecret(this.webhooks, answer);
  }
}
