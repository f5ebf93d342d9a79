import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notifications1763900500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification (
        id           uuid PRIMARY KEY,
        person_id    uuid NOT NULL,
        site_id      uuid NOT NULL,
        kind         text NOT NULL,
        -- Request, episode, purpose and person: what must take effect once, whatever event or reaction asks for it (I5).
        business_key text NOT NULL CONSTRAINT notification_business_key UNIQUE,
        subject_type text NOT NULL,
        subject_id   uuid NOT NULL,
        data         jsonb NOT NULL,
        happened_at  timestamptz NOT NULL,
        recorded_at  timestamptz NOT NULL,
        read_at      timestamptz
      );
      CREATE INDEX notification_inbox ON notification (person_id, recorded_at DESC, id DESC);

      -- The delivery log: one row for each way a notification leaves the house.
      CREATE TABLE delivery (
        id              uuid PRIMARY KEY,
        notification_id uuid NOT NULL REFERENCES notification,
        channel         text NOT NULL,
        state           text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
        attempts        integer NOT NULL DEFAULT 0,
        next_try_at     timestamptz NOT NULL,
        leased_until    timestamptz,
        last_error      text,
        sent_at         timestamptz,
        CONSTRAINT delivery_once UNIQUE (notification_id, channel)
      );
      CREATE INDEX delivery_waiting ON delivery (next_try_at) WHERE state = 'waiting';

      -- Where a person wants to be told besides the inbox. The address is theirs to give and to take back.
      CREATE TABLE notification_settings (
        person_id    uuid PRIMARY KEY,
        email_cipher text,
        language     text NOT NULL CHECK (language IN ('zh', 'en')),
        version      integer NOT NULL,
        changed_at   timestamptz NOT NULL
      );

      -- Own copies: whom a request and a crew belong to, and who leads the desk of a site.
      CREATE TABLE repair (
        id          uuid PRIMARY KEY,
        site_id     uuid NOT NULL,
        number      text NOT NULL,
        reporter_id uuid
      );
      CREATE TABLE crew_member (
        membership_id uuid PRIMARY KEY,
        crew_id       uuid NOT NULL,
        person_id     uuid NOT NULL,
        starts_at     timestamptz NOT NULL,
        ends_at       timestamptz
      );
      CREATE INDEX crew_member_crew ON crew_member (crew_id);
      CREATE TABLE role_held (
        grant_id  uuid PRIMARY KEY,
        person_id uuid NOT NULL,
        role      text NOT NULL,
        site_id   uuid,
        starts_at timestamptz NOT NULL,
        ends_at   timestamptz
      );
      CREATE INDEX role_held_role ON role_held (role, site_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE role_held, crew_member, repair, notification_settings, delivery, notification');
  }
}
