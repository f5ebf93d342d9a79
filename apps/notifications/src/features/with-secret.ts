import { Answer } from '@property-office/service-kit';
import type { Webhooks } from '../persistence/webhooks';
import type { WebhookView, WebhookWithSecretView } from './webhook.view';

/**
 * The answer with the secret in it. What is stored for a repeat of the request must not hold it, so it is put in afterwards;
 * a repeat gets it too, until the webhook is changed.
 */
export async function withSecret(webhooks: Webhooks, { status, headers, body }: Answer<WebhookView>): Promise<Answer<WebhookWithSecretView>> {
  const secret = await webhooks.secretOf(body.id, body.version);
  return new Answer(status, headers, JSON.stringify({ ...body, secret }));
}
