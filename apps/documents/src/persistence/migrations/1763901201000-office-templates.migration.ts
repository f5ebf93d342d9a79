import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Templates an office writes itself. Each version is a row that never changes; a draft says with which one it was begun, 0 with the shipped one. */
export class OfficeTemplates1763901201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outgoing_template_version (
        id          uuid PRIMARY KEY,
        site_id     uuid NOT NULL,
        kind        text NOT NULL,
        n           integer NOT NULL CHECK (n > 0),
        title       text NOT NULL CHECK (title <> ''),
        body        text NOT NULL CHECK (body <> ''),
        from_at     timestamptz NOT NULL,
        made_by     uuid NOT NULL,
        made_for    uuid,
        happened_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT outgoing_template_version_once UNIQUE (site_id, kind, n)
      );
      CREATE INDEX outgoing_template_version_newest ON outgoing_template_version (recorded_at DESC, id DESC);
      ALTER TABLE outgoing_document ADD template_version integer NOT NULL DEFAULT 0;
      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON outgoing_template_version FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outgoing_document DROP template_version; DROP TABLE outgoing_template_version');
  }
}
