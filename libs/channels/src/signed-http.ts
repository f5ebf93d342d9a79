import { createHmac, randomBytes } from 'node:crypto';
import { Agent } from 'undici';
import { failureOf, objectOf, post } from './http/post';
import { delivered, temporary, type Outcome, type Provider } from './provider';

export interface TemplateMessage {
  /** A telephone number, or whatever the provider knows a person by. */
  to: string;
  /** As the provider has approved it. */
  templateId: string;
  parameters: Readonly<Record<string, string>>;
}

export interface SignedHttpConfiguration {
  url: string;
  keyId: string;
  secret: string;
  timeoutMs?: number;
}

/** What a request is signed over, joined by line feeds: nothing of it can be changed, or used for another request. */
export interface Signed {
  method: string;
  /** Path and query as sent. */
  path: string;
  /** Seconds since 1970 UTC. */
  timestamp: string;
  /** Used once: a receiver that remembers it for as long as it accepts the timestamp takes no request twice. */
  nonce: string;
  body: string;
}

/** HMAC-SHA256 in lower-case hex. */
export function signatureOf({ method, path, timestamp, nonce, body }: Signed, secret: string): string {
  return createHmac('sha256', secret).update([method, path, timestamp, nonce, body].join('\n'), 'utf8').digest('hex');
}

/**
 * Messages by template (SMS, WeChat) through any provider that takes, or sits behind an adapter that takes,
 *
 *     POST <url>            {"to", "templateId", "parameters", "idempotencyKey"}
 *     x-key-id              which secret
 *     x-timestamp, x-nonce
 *     x-signature           see `signatureOf`
 *     idempotency-key       as in the body
 *
 * and answers 2xx `{"reference": "…"}`. 408, 425, 429 and 5xx are tried again (`Retry-After` is heeded), everything else is
 * final; a 2xx without an object is tried again, under the same key.
 */
export class SignedHttpProvider implements Provider<TemplateMessage> {
  private readonly agent = new Agent({ connections: 8, connect: { timeout: 5_000 } });
  private readonly url: URL;

  constructor(private readonly configuration: SignedHttpConfiguration) {
    this.url = new URL(configuration.url);
  }

  /** @param timeoutMs for a message nobody waits for longer */
  send({ to, templateId, parameters }: TemplateMessage, key: string, timeoutMs = this.configuration.timeoutMs): Promise<Outcome> {
    const body = JSON.stringify({ to, templateId, parameters, idempotencyKey: key });
    const signed = {
      method: 'POST',
      path: `${this.url.pathname}${this.url.search}`,
      timestamp: String(Math.floor(Date.now() / 1_000)),
      nonce: randomBytes(16).toString('hex'),
      body,
    };
    const headers = {
      'x-key-id': this.configuration.keyId,
      'x-timestamp': signed.timestamp,
      'x-nonce': signed.nonce,
      'x-signature': signatureOf(signed, this.configuration.secret),
      'idempotency-key': key,
    };
    return post(this.agent, { url: this.url, headers, body, ...(timeoutMs !== undefined && { timeoutMs }) }, (reply) => {
      const failure = failureOf(reply);
      if (failure) return failure;
      const answer = objectOf(reply);
      if (!answer) return temporary('answer-unreadable', reply.tooLong ? 'the answer is too long' : 'the answer is no JSON object');
      return delivered(typeof answer.reference === 'string' ? answer.reference.slice(0, 200) : null);
    });
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }
}
