import { Body, Controller, Post } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import { newWebhookSecret } from '@property-office/channels';
import { newId } from '@property-office/kernel';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { actOf, Command, Commands, created, Operation } from '@property-office/service-kit';
import { Webhooks, type WebhookEndpoint } from '../../persistence/webhooks';
import { EndpointAddress } from '../endpoint-address';
import { assertKnownSite } from '../known-site';
import { webhookView, WebhookWithSecretView } from '../webhook.view';
import { withSecret } from '../with-secret';
import { CreateWebhookDto } from './create-webhook.dto';

@Controller('api/webhooks')
export class CreateWebhookController {
  constructor(
    private readonly commands: Commands,
    private readonly webhooks: Webhooks,
    private readonly address: EndpointAddress,
    private readonly audit: Audit,
  ) {}

  @Post()
  @Operation('notifications.createWebhook', {
    summary: { zh: '添加 Webhook', en: 'Add a webhook' },
    description: {
      zh: '按 Standard Webhooks 签名；密钥只在这次回答中显示。连续失败后自动停用并通知系统运维。',
      en: 'Signed as Standard Webhooks says; the secret is shown in this answer only. Given up after repeated failure; operators are told.',
    },
    ok: 201,
    okBody: WebhookWithSecretView,
  })
  async create(@Body() input: CreateWebhookDto, @Command() command: CommandContext): Promise<Answer<WebhookWithSecretView>> {
    const answer = await this.commands.run(command, async (tx) => {
      const { siteId, name, events } = input;
      const { actor } = actOf(tx, command, siteId, {});
      await assertKnownSite(tx, siteId);
      const { href: url } = this.address.check(input.url);
      const made: WebhookEndpoint = {
        id: newId(),
        siteId,
        name,
        url,
        events,
        state: 'enabled',
        disabledAt: null,
        disabledReason: null,
        lastDeliveredAt: null,
        createdAt: tx.now,
        version: 1,
      };
      this.webhooks.insert(tx, made, newWebhookSecret());
      this.audit.record(tx, { actor, operation: command.operation, objectType: 'webhook', objectId: made.id, siteId, details: { events } });
      return created(`/api/webhooks/${made.id}`, webhookView(made), made.version);
    });
    return withSecret(this.webhooks, answer);
  }
}
