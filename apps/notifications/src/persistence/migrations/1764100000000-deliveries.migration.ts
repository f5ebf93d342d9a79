import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A delivery need not be of a notification any more: it has a key, a receiver and a content of its own. */
export class Deliveries1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE delivery
        -- What must leave the house once, in words of the business: request, episode, purpose, receiver and channel (I5).
        ADD COLUMN business_key text,
        ADD COLUMN site_id      uuid,
        -- Whose address is read when it is sent; or an address of somebody who is no person here; or a robot or webhook.
        ADD COLUMN person_id    uuid,
        ADD COLUMN address_cipher text,
        ADD COLUMN endpoint_id  uuid,
        -- What is said: who renders it, and what it is rendered from.
        ADD COLUMN content_type text,
        ADD COLUMN content      jsonb,
        -- Passes quiet hours (P0, P1).
        ADD COLUMN urgent       boolean NOT NULL DEFAULT false,
        ADD COLUMN language     text CHECK (language IN ('zh', 'en')),
        ADD COLUMN created_at   timestamptz,
        -- Names the attempt that may settle it: whoever comes back after losing its lease changes nothing.
        ADD COLUMN lease        uuid,
        -- Attempts before an operator had it tried again: the retry schedule counts from there.
        ADD COLUMN attempts_before integer NOT NULL DEFAULT 0,
        ADD COLUMN last_reason  text,
        -- The receiver's own name for it.
        ADD COLUMN reference    text,
        ALTER COLUMN notification_id DROP NOT NULL;
      UPDATE delivery d SET business_key = n.business_key || ':' || d.channel, site_id = n.site_id, person_id = n.person_id,
        content_type = 'notification', content = jsonb_build_object('kind', n.kind, 'data', n.data), created_at = n.recorded_at
      FROM notification n WHERE n.id = d.notification_id;
      ALTER TABLE delivery
        ALTER COLUMN business_key SET NOT NULL,
        ALTER COLUMN site_id SET NOT NULL,
        ALTER COLUMN content_type SET NOT NULL,
        ALTER COLUMN content SET NOT NULL,
        ALTER COLUMN created_at SET NOT NULL,
        ADD CONSTRAINT delivery_business_key UNIQUE (business_key),
        ADD CONSTRAINT delivery_receiver CHECK (num_nonnulls(person_id, address_cipher, endpoint_id) = 1),
        DROP CONSTRAINT delivery_state_check,
        ADD CONSTRAINT delivery_state_check CHECK (state IN ('waiting', 'sent', 'failed', 'withdrawn'));
      DROP INDEX delivery_waiting;
      CREATE INDEX delivery_waiting ON delivery (channel, next_try_at) WHERE state = 'waiting';
      CREATE INDEX delivery_newest ON delivery (site_id, created_at DESC, id DESC);
      CREATE INDEX delivery_endpoint ON delivery (endpoint_id) WHERE endpoint_id IS NOT NULL;

      -- The delivery log: each attempt, written when it begins. One without an outcome was not lived to see.
      CREATE TABLE delivery_attempt (
        delivery_id uuid NOT NULL REFERENCES delivery,
        number      integer NOT NULL,
        at          timestamptz NOT NULL,
        outcome     text CHECK (outcome IN ('delivered', 'temporary', 'permanent')),
        reason      text,
        detail      text,
        reference   text,
        took_ms     integer,
        CONSTRAINT delivery_attempt_pkey PRIMARY KEY (delivery_id, number)
      );

      ALTER TABLE notification_settings
        ADD COLUMN wechat_cipher text,
        -- Topic → channels. Only those with an address count.
        ADD COLUMN channels      jsonb NOT NULL DEFAULT '{"repairs":["email"],"work":["email"],"notices":["email"]}',
        -- Minutes after midnight on the wall clock of the site; equal: never quiet.
        ADD COLUMN quiet_from    integer NOT NULL DEFAULT 1320 CHECK (quiet_from BETWEEN 0 AND 1439),
        ADD COLUMN quiet_to      integer NOT NULL DEFAULT 420 CHECK (quiet_to BETWEEN 0 AND 1439);
      ALTER TABLE repair ADD COLUMN repair_class text;

      -- Own copy: what the wall clock of a site shows decides when it is quiet.
      CREATE TABLE site_zone (
        site_id   uuid PRIMARY KEY,
        time_zone text NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE delivery_attempt, site_zone;
      ALTER TABLE repair DROP COLUMN repair_class;
      ALTER TABLE notification_settings DROP COLUMN wechat_cipher, DROP COLUMN channels, DROP COLUMN quiet_from, DROP COLUMN quiet_to;
      DELETE FROM delivery WHERE notification_id IS NULL OR state = 'withdrawn';
      ALTER TABLE delivery DROP COLUMN business_key, DROP COLUMN site_id, DROP COLUMN person_id, DROP COLUMN address_cipher,
        DROP COLUMN endpoint_id, DROP COLUMN content_type, DROP COLUMN content, DROP COLUMN urgent, DROP COLUMN language,
        DROP COLUMN created_at, DROP COLUMN lease, DROP COLUMN attempts_before, DROP COLUMN last_reason, DROP COLUMN reference,
        ALTER COLUMN notification_id SET NOT NULL, DROP CONSTRAINT delivery_state_check,
        ADD CONSTRAINT delivery_state_check CHECK (state IN ('waiting', 'sent', 'failed'));
      CREATE INDEX delivery_waiting ON delivery (next_try_at) WHERE state = 'waiting';
    `);
  }
}
