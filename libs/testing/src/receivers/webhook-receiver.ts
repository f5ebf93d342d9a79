import { Webhook } from 'standardwebhooks';
import { startReceiver, type Answering, type Received, type Receiver } from './receiver';

export interface WebhookReceiver extends Receiver {
  /** Known once whoever made the webhook was told. */
  secret: string | undefined;
  /** What took effect: once for each webhook-id. */
  effects: Map<string, unknown>;
  /** Overrules the honest answer; `late` after the message has taken effect. */
  instead: ((request: Received) => Answering | undefined) | undefined;
  late: ((request: Received) => Answering | undefined) | undefined;
}

/** Somebody else's system that takes Standard Webhooks: checks the signature and honours the id. */
export async function startWebhookReceiver(secret?: string): Promise<WebhookReceiver> {
  const effects = new Map<string, unknown>();
  const receiver = await startReceiver((request) => {
    const answering = webhooks.instead?.(request);
    if (answering) return answering;
    let payload: unknown;
    try {
      payload = new Webhook(webhooks.secret!).verify(request.body, request.headers as Record<string, string>);
    } catch (error) {
      return { status: 401, body: { error: (error as Error).message } };
    }
    const id = String(request.headers['webhook-id']);
    if (!effects.has(id)) effects.set(id, payload);
    return webhooks.late?.(request) ?? { status: 204 };
  });
  const webhooks: WebhookReceiver = Object.assign(receiver, { secret, effects, instead: undefined, late: undefined });
  return webhooks;
}
