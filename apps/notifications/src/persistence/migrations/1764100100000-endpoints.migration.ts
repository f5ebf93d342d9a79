import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Robots of staff groups, webhooks of other systems; and an entry in the delivery log for what was sent before it began. */
export class Endpoints1764100100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE group_robot (
        id            uuid PRIMARY KEY,
        site_id       uuid NOT NULL,
        name          text NOT NULL,
        platform      text NOT NULL CHECK (platform IN ('wecom', 'dingtalk', 'feishu')),
        staff_group   text NOT NULL CHECK (staff_group IN ('desk', 'crew', 'management')),
        crew_id       uuid,
        -- Whoever knows the address may post, so it is as secret as the secret.
        url_cipher    text NOT NULL,
        host          text NOT NULL,
        secret_cipher text,
        language      text NOT NULL CHECK (language IN ('zh', 'en')),
        -- Hears everything at any hour, as a group of the night shift does.
        at_night      boolean NOT NULL,
        closed_at     timestamptz,
        created_at    timestamptz NOT NULL,
        version       integer NOT NULL,
        CONSTRAINT group_robot_crew CHECK ((staff_group = 'crew') = (crew_id IS NOT NULL))
      );
      CREATE INDEX group_robot_site ON group_robot (site_id, created_at DESC, id DESC);

      CREATE TABLE webhook (
        id                uuid PRIMARY KEY,
        site_id           uuid NOT NULL,
        name              text NOT NULL,
        url               text NOT NULL,
        events            text[] NOT NULL,
        secret_cipher     text NOT NULL,
        -- Still signed with, until then, while the receiver changes over.
        old_secret_cipher text,
        old_secret_until  timestamptz,
        state             text NOT NULL CHECK (state IN ('enabled', 'disabled', 'closed')),
        disabled_at       timestamptz,
        disabled_reason   text,
        last_delivered_at timestamptz,
        created_at        timestamptz NOT NULL,
        version           integer NOT NULL
      );
      CREATE INDEX webhook_site ON webhook (site_id, created_at DESC, id DESC);

      INSERT INTO delivery_attempt (delivery_id, number, at, outcome)
      SELECT id, number, coalesce(sent_at, created_at), CASE WHEN state = 'sent' AND number = attempts THEN 'delivered' END
      FROM delivery CROSS JOIN LATERAL generate_series(1, attempts) AS number;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook, group_robot');
  }
}
