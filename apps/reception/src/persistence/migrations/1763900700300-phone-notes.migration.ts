import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PhoneNotes1763900700300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE phone_note_number START 10001;

      CREATE TABLE phone_note (
        id               uuid PRIMARY KEY,
        number           text NOT NULL CONSTRAINT phone_note_number_once UNIQUE,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        state            text NOT NULL,
        from_person      uuid NOT NULL,
        to_person        uuid NOT NULL,
        round            integer NOT NULL CHECK (round > 0),
        caller_cipher    text,
        message          text NOT NULL,
        urgent           boolean NOT NULL,
        return_reason    text,
        acknowledged_at  timestamptz,
        search_text      text NOT NULL,
        search_words     text[] NOT NULL,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CHECK ((state = 'acknowledged') = (acknowledged_at IS NOT NULL)),
        CHECK ((state = 'returned') = (return_reason IS NOT NULL))
      );
      CREATE INDEX phone_note_newest ON phone_note (recorded_at DESC, id DESC);
      CREATE INDEX phone_note_to ON phone_note (to_person, recorded_at DESC) WHERE state = 'left';
      CREATE INDEX phone_note_text ON phone_note USING gin (search_text gin_trgm_ops);
      CREATE INDEX phone_note_words ON phone_note USING gin (search_words);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE phone_note; DROP SEQUENCE phone_note_number');
  }
}
