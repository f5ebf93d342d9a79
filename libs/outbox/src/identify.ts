import { createHash } from 'node:crypto';
import { derivedId, isId } from '@property-office/kernel';

export interface EventIdentity {
  eventId: string;
  aggregateId?: string;
  version?: number;
}

/**
 * Which event bytes are that may break their contract: by what they say, else by the message id the relay gave them
 * (`<epoch>:<event id>`), else by themselves. The same bytes are always the same event.
 */
export function identify(bytes: Uint8Array, headers: Readonly<Record<string, string>>): EventIdentity {
  const said = readEnvelope(bytes);
  const messageId = headers['nats-msg-id']?.replace(/^\d+:/, '');
  const eventId =
    [said.id, messageId].find(isId) ??
    derivedId('unreadable', createHash('sha256').update(bytes).digest('hex'));
  const { subject, aggregateversion: version } = said;
  if (!isId(subject) || !Number.isInteger(version)) return { eventId };
  return { eventId, aggregateId: subject, version: version as number };
}

function readEnvelope(bytes: Uint8Array): { id?: unknown; subject?: unknown; aggregateversion?: unknown } {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
