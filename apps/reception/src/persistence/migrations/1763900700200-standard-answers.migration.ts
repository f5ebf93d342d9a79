import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StandardAnswers1763900700200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE standard_answer (
        id               uuid PRIMARY KEY,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        text_version     integer NOT NULL,
        title_zh         text NOT NULL,
        title_en         text,
        text_zh          text NOT NULL,
        text_en          text,
        retired          boolean NOT NULL,
        search_text      text NOT NULL,
        search_words     text[] NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL
      );
      CREATE INDEX standard_answer_newest ON standard_answer (site_id, recorded_at DESC, id DESC);
      CREATE INDEX standard_answer_find ON standard_answer USING gin (search_text gin_trgm_ops);
      CREATE INDEX standard_answer_words ON standard_answer USING gin (search_words);

      -- Every text there ever was: a contact names the version its caller was told.
      CREATE TABLE standard_answer_version (
        answer_id   uuid NOT NULL REFERENCES standard_answer,
        version     integer NOT NULL,
        title_zh    text NOT NULL,
        title_en    text,
        text_zh     text NOT NULL,
        text_en     text,
        written_by  uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (answer_id, version)
      );
      ALTER TABLE contact ADD CONSTRAINT contact_standard_answer FOREIGN KEY (standard_answer_id, standard_answer_version)
        REFERENCES standard_answer_version (answer_id, version);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contact DROP CONSTRAINT contact_standard_answer; DROP TABLE standard_answer_version, standard_answer');
  }
}
