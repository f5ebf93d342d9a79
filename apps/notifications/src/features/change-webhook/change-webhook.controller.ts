import { Body, Controller, Patch } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { actOf, assertFresh, Command, Commands, Flag, Operation, PathId, requiredMatch, Text } from '@property-office/service-kit';
import { notificationErrors } from '../../domain/errors';
import { webhookEvents, type WebhookEvent } from '../../domain/webhook-events';
import { Webhooks } from '../../persistence/webhooks';
import { EndpointAddress } from '../endpoint-address';
import { webhookView, WebhookView } from '../webhook.view';
import { Words } from '../words.field';

/** What is left out stays as it is. */
export class ChangeWebhookDto {
  @Text({ label: { zh: '名称', en: 'name' }, max: 50, optional: true })
  name?: string;

  @Text({ label: { zh: '接收地址', en: 'address of the receiver' }, max: 500, optional: true })
  url?: string;

  @Words(webhookEvents, { label: { zh: '事件', en: 'events' }, min: 1, optional: true })
  events?: WebhookEvent[];

  /** Switched on again after it was given up; what had failed by then is tried again one by one. */
  @Flag({ label: { zh: '启用', en: 'enabled' }, optional: true })
  enabled?: boolean;
}

@Controller('api/webhooks')
export class ChangeWebhookController {
  constructor(
    private readonly commands: Commands,
    private readonly webhooks: Webhooks,
    private readonly address: EndpointAddress,
    private readonly audit: Audit,
  ) {}

  @Patch(':id')
  @Operation('notifications.changeWebhook', {
    summary: { zh: '修改或启停 Webhook', en: 'Change a webhook, or switch it on or off' },
    ok: 200,
    okBody: WebhookView,
    errors: ['stale', 'precondition-missing'],
  })
  change(@PathId() id: string, @Body() input: ChangeWebhookDto, @Command() command: CommandContext): Promise<Answer<WebhookView>> {
    requiredMatch(command);
    return this.commands.act(
      command,
      async (tx) => {
        const webhook = await this.webhooks.lock(tx, command.principal, command.operation, id);
        if (!webhook) throw notificationErrors.endpointUnknown();
        assertFresh(command, webhook.version);
        const { actor } = actOf(tx, command, webhook.siteId, {});
        const { name = webhook.name, events = webhook.events, enabled = webhook.state === 'enabled' } = input;
        const off = { state: 'disabled', disabledAt: webhook.disabledAt ?? tx.now, disabledReason: webhook.disabledReason ?? 'switched-off' } as const;
        const on = { state: 'enabled', disabledAt: null, disabledReason: null } as const;
        const url = input.url === undefined ? webhook.url : this.address.check(input.url).href;
        const changed = { ...webhook, name, url, events, ...(enabled ? on : off), version: webhook.version + 1 };
        this.webhooks.update(tx, changed);
        const details = { fields: Object.keys(input), enabled };
        this.audit.record(tx, { actor, operation: command.operation, objectType: 'webhook', objectId: id, siteId: webhook.siteId, details });
        return changed;
      },
      webhookView,
    );
  }
}
