import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EnquirerNotices1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What whoever wrote in the portal is to be told. No event names them: a sender tells notifications, once for each key.
      CREATE TABLE enquirer_notice (
        id           uuid PRIMARY KEY,
        business_key text NOT NULL CONSTRAINT enquirer_notice_once UNIQUE,
        person_id    uuid NOT NULL,
        site_id      uuid NOT NULL,
        kind         text NOT NULL,
        subject_type text NOT NULL,
        case_id      uuid NOT NULL,
        number       text NOT NULL,
        occasion     text NOT NULL,
        happened_at  timestamptz NOT NULL,
        told_at      timestamptz,
        attempts     integer NOT NULL DEFAULT 0,
        next_try_at  timestamptz NOT NULL,
        leased_until timestamptz
      );
      CREATE INDEX enquirer_notice_waiting ON enquirer_notice (next_try_at) WHERE told_at IS NULL;
      CREATE INDEX enquirer_notice_case ON enquirer_notice (case_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE enquirer_notice');
  }
}
