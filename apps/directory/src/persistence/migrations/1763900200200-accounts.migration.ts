import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, sessions, failed sign-ins, and who was shown whose data. */
export class Accounts1763900200200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id            uuid PRIMARY KEY,
        person_id     uuid NOT NULL REFERENCES person,
        -- Never given to somebody else, so that old records stay clear.
        login         text NOT NULL CONSTRAINT account_login UNIQUE,
        password_hash text NOT NULL,
        version       integer NOT NULL,
        opened_at     timestamptz NOT NULL,
        closed_at     timestamptz
      );
      CREATE UNIQUE INDEX account_of_person ON account (person_id) WHERE closed_at IS NULL;

      -- Times of sessions and failures are real time: they guard a door, no rule of the office sees them.
      CREATE TABLE session (
        id           uuid PRIMARY KEY,
        account_id   uuid NOT NULL REFERENCES account,
        token_hash   bytea NOT NULL CONSTRAINT session_token UNIQUE,
        device       text NOT NULL,
        started_at   timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        idle_seconds integer NOT NULL,
        expires_at   timestamptz NOT NULL,
        ended_at     timestamptz
      ) WITH (fillfactor = 70);
      CREATE INDEX session_account ON session (account_id, started_at DESC);

      -- Keyed by blind indexes: people type passwords into the wrong field.
      CREATE TABLE sign_in_failure (
        key            text PRIMARY KEY,
        count          integer NOT NULL,
        last_failed_at timestamptz NOT NULL,
        locked_until   timestamptz
      ) WITH (fillfactor = 50);
      CREATE INDEX sign_in_failure_age ON sign_in_failure (last_failed_at);

      CREATE TABLE personal_data_view (
        id          uuid PRIMARY KEY,
        viewed_at   timestamptz NOT NULL,
        person_id   uuid NOT NULL,
        fields      text[] NOT NULL,
        reason      text NOT NULL,
        -- A person in a role, or a service on its own account.
        viewer_id   uuid,
        viewer_role text,
        service     text,
        CONSTRAINT personal_data_view_viewer CHECK ((viewer_id IS NULL) = (viewer_role IS NULL) AND (viewer_id IS NULL) <> (service IS NULL))
      );
      CREATE INDEX personal_data_view_person ON personal_data_view (person_id, viewed_at DESC);

      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON personal_data_view FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE personal_data_view, sign_in_failure, session, account');
  }
}
