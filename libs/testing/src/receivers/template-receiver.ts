import { timingSafeEqual } from 'node:crypto';
import { signatureOf } from '@property-office/channels';
import { startReceiver, type Answering, type Received, type Receiver } from './receiver';

export interface TemplateSent {
  to: string;
  templateId: string;
  parameters: Record<string, string>;
}

export interface TemplateReceiver extends Receiver {
  /** What took effect: once for each idempotency key. */
  effects: Map<string, TemplateSent>;
  /** Overrules the honest answer, before or after the effect. */
  instead: ((request: Received) => Answering | undefined) | undefined;
  /** After the message has taken effect. */
  late: ((request: Received) => Answering | undefined | Promise<undefined>) | undefined;
}

const toleranceSeconds = 300;

/** A provider of messages by template: checks the signature, refuses a request sent twice, honours the idempotency key. */
export async function startTemplateReceiver(keyId: string, secret: string): Promise<TemplateReceiver> {
  const nonces = new Set<string>();
  const effects: TemplateReceiver['effects'] = new Map();
  const receiver = await startReceiver(async (request) => {
    const { instead, late } = templates;
    const refusal = refusalOf(request, keyId, secret, nonces);
    if (refusal) return { status: 401, body: { error: refusal } };
    const answering = instead?.(request);
    if (answering) return answering;
    const { idempotencyKey, ...sent } = JSON.parse(request.body) as TemplateSent & { idempotencyKey: string };
    if (!effects.has(idempotencyKey)) effects.set(idempotencyKey, sent);
    return (await late?.(request)) ?? { status: 200, body: { reference: `msg-${[...effects.keys()].indexOf(idempotencyKey) + 1}` } };
  });
  const templates: TemplateReceiver = Object.assign(receiver, { effects, instead: undefined, late: undefined });
  return templates;
}

function refusalOf({ method, path, headers, body }: Received, keyId: string, secret: string, nonces: Set<string>): string | undefined {
  const header = (name: string): string => String(headers[name] ?? '');
  const [timestamp, nonce] = [header('x-timestamp'), header('x-nonce')];
  if (header('x-key-id') !== keyId) return 'unknown key';
  if (Math.abs(Date.now() / 1_000 - Number(timestamp)) > toleranceSeconds) return 'too old';
  const expected = Buffer.from(signatureOf({ method, path, timestamp, nonce, body }, secret));
  const given = Buffer.from(header('x-signature'));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'signature does not match';
  if (nonce.length < 16 || nonces.has(nonce)) return 'used before';
  nonces.add(nonce);
  if (header('idempotency-key') !== (JSON.parse(body) as { idempotencyKey: string }).idempotencyKey) return 'two keys';
  return undefined;
}
