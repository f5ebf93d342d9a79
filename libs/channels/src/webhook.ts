import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Dispatcher } from 'undici';
import { post, type Posting, type Reply } from './http/post';
import { delivered, permanent, temporary, type Outcome, type Provider } from './provider';

export interface WebhookMessage {
  url: string;
  /** `whsec_…`; several while one replaces another: the receiver may know either. */
  secrets: readonly string[];
  /** JSON, the same bytes on every attempt. */
  payload: string;
}

/** A secret as Standard Webhooks writes it: 24 to 64 random bytes, here 32. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/**
 * Signed webhooks (standardwebhooks.com): `webhook-id` is the key, the same on every attempt; `webhook-timestamp` is that of
 * the attempt; `webhook-signature` covers both and the body. 2xx is taken, 410 wants no more, everything else is tried again:
 * a receiver under repair answers all sorts of things.
 */
export class WebhookProvider implements Provider<WebhookMessage> {
  /** @param agent closed by whoever made it */
  constructor(private readonly agent: Dispatcher) {}

  async send(message: WebhookMessage, key: string): Promise<Outcome> {
    try {
      return await post(this.agent, posting(message, key, new Date()), judge);
    } catch (error) {
      // What was stored as address or secret is none.
      return permanent('content-failed', (error as Error).message);
    }
  }

  async close(): Promise<void> {}
}

/** @throws for an address or a secret that cannot be one */
function posting({ url, secrets, payload }: WebhookMessage, key: string, at: Date): Posting {
  return {
    url: new URL(url),
    headers: {
      'user-agent': 'property-office-webhooks',
      'webhook-id': key,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(key, at, payload)).join(' '),
    },
    body: payload,
  };
}

function judge({ status, retryAfterMs, text }: Reply): Outcome {
  if (status >= 200 && status < 300) return delivered();
  const detail = `HTTP ${status} ${text}`.trim();
  if (status === 410) return permanent('receiver-gone', detail);
  if (status === 429) return temporary('throttled', detail, retryAfterMs);
  if (status >= 300 && status < 400) return temporary('refused', `HTTP ${status}: redirects are not followed`);
  return temporary(status >= 500 ? 'receiver-failed' : 'refused', detail, retryAfterMs);
}
