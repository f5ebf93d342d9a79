import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What groups were told lately: who belongs to one may be heard of after what it was told. */
export class GroupNotices1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE group_notice (
        id         uuid PRIMARY KEY,
        group_kind text NOT NULL CHECK (group_kind IN ('crew', 'role', 'reporter')),
        -- The crew; the site of a role; the request of a reporter.
        group_id   uuid NOT NULL,
        role       text,
        except_id  uuid,
        notice     jsonb NOT NULL,
        told_at    timestamptz NOT NULL
      );
      CREATE INDEX group_notice_group ON group_notice (group_id);
      CREATE INDEX group_notice_told_at ON group_notice (told_at);
      -- False: something was heard that is about it, but not yet what it is.
      ALTER TABLE repair ADD COLUMN heard boolean NOT NULL DEFAULT true;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE group_notice; DELETE FROM repair WHERE NOT heard; ALTER TABLE repair DROP COLUMN heard');
  }
}
