import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Attachments1763900600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachment (
        id          uuid PRIMARY KEY,
        uploader_id uuid NOT NULL,
        name        text NOT NULL,
        media_type  text NOT NULL,
        size        integer NOT NULL,
        width       integer,
        height      integer,
        sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        uploaded_at timestamptz NOT NULL,
        -- When it is gone unless an object is linked to it by then; null once one is.
        expires_at  timestamptz,
        -- The object it was last claimed for.
        claimed_type text,
        claimed_id   uuid
      );
      CREATE INDEX attachment_content ON attachment (sha256);

      CREATE TABLE attachment_link (
        attachment_id uuid NOT NULL REFERENCES attachment,
        object_type   text NOT NULL,
        object_id     uuid NOT NULL,
        linked_at     timestamptz NOT NULL,
        PRIMARY KEY (attachment_id, object_type, object_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment_link, attachment');
  }
}
