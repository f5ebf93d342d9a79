import { permanent, type WebhookProvider } from '@property-office/channels';
import type { Database } from '@property-office/persistence';
import { holdersOf } from '../persistence/audience';
import { settle, type AttemptResult, type LeasedDelivery, type Settled } from '../persistence/deliveries';
import { notify } from '../persistence/notify';
import { disableWebhook, noteDelivered, type Webhooks } from '../persistence/webhooks';
import { known, type ChannelWork, type Prepared } from './prepared';

/**
 * Messages to other systems. A receiver that took none of a delivery's attempts, and nothing else meanwhile, or that says it
 * is gone, is given up, and the operators of the site are told in their inbox.
 */
export class WebhookWork implements ChannelWork {
  readonly channel = 'webhook';

  constructor(
    private readonly database: Database,
    private readonly webhooks: Webhooks,
    private readonly provider: WebhookProvider,
  ) {}

  async prepare(deliveries: readonly LeasedDelivery[]): Promise<Prepared[]> {
    const endpoints = await this.webhooks.open([...new Set(deliveries.flatMap(({ endpointId }) => endpointId ?? []))]);
    return deliveries.map((delivery): Prepared => {
      const endpoint = endpoints.get(delivery.endpointId ?? '');
      if (!endpoint) return known(delivery, permanent('receiver-gone', 'the webhook is disabled or was removed'));
      const payload = JSON.stringify(delivery.content);
      return { do: 'send', lane: delivery.endpointId!, send: () => this.provider.send({ ...endpoint, payload }, `msg_${delivery.id}`) };
    });
  }

  async settle(delivery: LeasedDelivery, result: AttemptResult, settled: Settled): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await settle(tx, delivery, result, settled))) return;
      if (settled.state === 'sent') return noteDelivered(tx, delivery.endpointId!);
      if (settled.state !== 'failed') return;
      const gone = result.reason === 'receiver-gone';
      const given = await disableWebhook(tx, delivery.endpointId!, result.reason ?? 'refused', gone ? undefined : delivery.createdAt);
      if (!given) return;
      for (const personId of await holdersOf(tx, ['operator'], given.siteId)) {
        notify(tx, {
          personId,
          siteId: given.siteId,
          kind: 'webhook-disabled',
          subject: { type: 'webhook', id: delivery.endpointId! },
          occasion: `version-${given.version}`,
          data: { name: given.name },
          happenedAt: tx.now,
        });
      }
    });
  }
}
