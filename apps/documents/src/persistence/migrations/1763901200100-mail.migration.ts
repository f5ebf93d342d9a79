import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Mail1763901200100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Parts of the numbers of mail; they never restart and may have gaps.
      CREATE SEQUENCE mail_number START 10001;

      CREATE TABLE mail_item (
        id               uuid PRIMARY KEY,
        number           text NOT NULL CONSTRAINT mail_item_number_once UNIQUE,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        state            text NOT NULL,
        kind             text NOT NULL,
        sender           text NOT NULL,
        subject          text,
        their_number     text,
        official         boolean NOT NULL,
        addressee_id     uuid NOT NULL,
        round            integer NOT NULL CHECK (round > 0),
        signed_by        uuid NOT NULL,
        attachment_ids   uuid[] NOT NULL,
        collected_at     timestamptz,
        document_id      uuid CONSTRAINT mail_item_document UNIQUE REFERENCES incoming_document,
        search_text      text NOT NULL,
        search_words     text[] NOT NULL,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CHECK ((state = 'registered') = (document_id IS NOT NULL)),
        CHECK (state <> 'collected' OR collected_at IS NOT NULL)
      );
      CREATE INDEX mail_item_newest ON mail_item (recorded_at DESC, id DESC);
      CREATE INDEX mail_item_addressee ON mail_item (addressee_id, recorded_at DESC) WHERE state = 'waiting';
      CREATE INDEX mail_item_text ON mail_item USING gin (search_text gin_trgm_ops);
      CREATE INDEX mail_item_words ON mail_item USING gin (search_words);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_item; DROP SEQUENCE mail_number');
  }
}
