import { newId } from '@property-office/kernel';
import { rowsStatement, type Transaction } from '@property-office/persistence';
import type { Channel, PersonalChannel, Topic } from '../domain/channels';

/** Something is to leave the house, once, after the transaction has committed. */
export interface NewDelivery {
  /**
   * What must take effect once, in words of the business, with receiver and channel in it:
   * `notice:<id>:<version>:<personId>:sms`. A second row of one key is no row; never made of an event's id.
   */
  businessKey: string;
  siteId: string;
  channel: Channel;
  receiver: Receiver;
  /**
   * What is said: a reference that the source registered under `type` (`Contents.on`) renders when it is sent, so that
   * what was withdrawn meanwhile is not sent. Facts and ids; nobody's name, number or words.
   */
  content: { type: string; ref: object };
  /** Passes quiet hours. */
  urgent?: boolean;
  /** Otherwise the person's own, or Chinese. */
  language?: 'zh' | 'en';
}

export type Receiver =
  /** Their address is read when it is sent: e-mail and WeChat from their settings, the telephone from directory. */
  | { personId: string }
  /** Somebody who is no person here: an e-mail address or telephone number, as `sealAddress` of `DeliveryAddresses` gave it. */
  | { addressCipher: string }
  /** A group robot or a webhook. */
  | { endpointId: string };

interface DeliveryRow {
  id: string;
  business_key: string;
  site_id: string;
  channel: string;
  person_id: string | null;
  address_cipher: string | null;
  endpoint_id: string | null;
  content_type: string;
  content: object;
  urgent: boolean;
  language: string | null;
  created_at: Date;
}

/** Columns a set-based insert fills; `id` is a UUIDv7, `next_try_at` and `created_at` are `tx.now`. */
const insertDeliveries = rowsStatement<DeliveryRow>(
  'delivery_enqueue',
  `INSERT INTO delivery (id, business_key, site_id, channel, person_id, address_cipher, endpoint_id, content_type, content, urgent, language, state, next_try_at, created_at)
   SELECT id, business_key, site_id, channel, person_id, address_cipher, endpoint_id, content_type, content, urgent, language, 'waiting', created_at, created_at
   FROM json_to_recordset($1) AS new (id uuid, business_key text, site_id uuid, channel text, person_id uuid, address_cipher text, endpoint_id uuid,
     content_type text, content jsonb, urgent boolean, language text, created_at timestamptz)
   ON CONFLICT (business_key) DO NOTHING`,
);

/**
 * Puts a delivery among those to be sent, in the transaction of its cause; the sender of the channel does the rest (lease,
 * quiet hours, retries, log). All of one transaction go out as one statement, so a few thousand cost one round trip. It
 * does not ask what the person prefers: `wantedChannels` does, and whoever must reach everybody need not ask.
 */
export function enqueueDelivery(tx: Transaction, delivery: NewDelivery): void {
  const { businessKey, siteId, channel, receiver, content, urgent = false, language = null } = delivery;
  tx.gather(insertDeliveries, {
    id: newId(),
    business_key: businessKey,
    site_id: siteId,
    channel,
    person_id: 'personId' in receiver ? receiver.personId : null,
    address_cipher: 'addressCipher' in receiver ? receiver.addressCipher : null,
    endpoint_id: 'endpointId' in receiver ? receiver.endpointId : null,
    content_type: content.type,
    content: content.ref,
    urgent,
    language,
    created_at: tx.now,
  });
}

/** By which channels each of the people chose to hear of a topic and can be reached; who never chose is not in it. */
export async function wantedChannels(tx: Transaction, personIds: readonly string[], topic: Topic): Promise<Map<string, PersonalChannel[]>> {
  const rows = await tx.query<{ person_id: string; wanted: PersonalChannel[] }>(
    `SELECT person_id, array_agg(channel) AS wanted FROM notification_settings, jsonb_array_elements_text(channels -> $2) AS channel
     WHERE person_id = ANY ($1) AND (channel <> 'email' OR email_cipher IS NOT NULL) AND (channel <> 'wechat' OR wechat_cipher IS NOT NULL)
     GROUP BY person_id`,
    [personIds, topic],
  );
  return new Map(rows.map(({ person_id, wanted }) => [person_id, wanted]));
}
