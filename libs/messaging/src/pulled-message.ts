import type { Msg } from '@nats-io/transport-node';
import { withJitter } from './backoff';
import type { Delivery } from './reaction-types';

const encode = (text: string) => new TextEncoder().encode(text);
const ack = encode('+ACK');
const inProgress = encode('+WPI');

/** A message a loop holds: its content, and the three answers the broker knows for it (ADR-13, ADR-15 of NATS). */
export class PulledMessage {
  readonly delivery: Delivery;
  /** Messages of the durable still to be delivered, as of this one. */
  readonly pending: number;
  private answered = false;

  constructor(private readonly message: Msg) {
    const { deliveryCount, streamSeq, pending } = deliveryInfo(message.reply ?? '');
    this.pending = pending;
    const headers: Record<string, string> = {};
    for (const name of message.headers?.keys() ?? [])
      headers[name.toLowerCase()] ??= message.headers?.get(name) ?? '';
    this.delivery = { bytes: message.data, deliveryCount, streamSeq, subject: message.subject, headers };
  }

  get redelivered(): boolean {
    return this.delivery.deliveryCount > 1;
  }

  /** Unconfirmed: an ack that is lost means one more delivery, which the inbox absorbs. */
  ack(): void {
    this.answer(ack);
  }

  /** Hands the message back for a later delivery, here or on another replica: after `delayMs` plus jitter. */
  nak(delayMs: number): void {
    this.answer(encode(`-NAK {"delay":${withJitter(Math.max(delayMs, 1)) * 1_000_000}}`));
  }

  /** Asks for another `ack_wait`; nothing once the message is answered. */
  working(): void {
    if (!this.answered) this.message.respond(inProgress);
  }

  private answer(how: Uint8Array): void {
    if (this.answered) return;
    this.answered = true;
    this.message.respond(how);
  }
}

/**
 * Reads `$JS.ACK.[<domain>.<account>.]<stream>.<durable>.<delivered>.<stream seq>.<durable seq>.<time>.<pending>[.<random>]`.
 * A first delivery counts 1.
 */
function deliveryInfo(reply: string): { deliveryCount: number; streamSeq: number; pending: number } {
  const tokens = reply.split('.');
  if (tokens[0] !== '$JS' || tokens[1] !== 'ACK' || tokens.length < 9)
    throw new Error(`"${reply}" is no JetStream delivery`);
  const at = tokens.length === 9 ? 4 : 6;
  return {
    deliveryCount: Number(tokens[at]),
    streamSeq: Number(tokens[at + 1]),
    pending: Number(tokens[at + 4]),
  };
}
