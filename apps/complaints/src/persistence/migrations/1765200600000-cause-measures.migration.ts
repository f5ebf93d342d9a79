import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CauseMeasures1765200600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE cause_measure_number START 10001;
      -- What is done about the largest causes of a month, by whom and by when, and whether it worked (R3.3).
      CREATE TABLE cause_measure (
        id               uuid PRIMARY KEY,
        number           text NOT NULL CONSTRAINT cause_measure_number_taken UNIQUE,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        state            text NOT NULL,
        month            text NOT NULL,
        source           text NOT NULL CHECK (source IN ('complaints', 'repairs')),
        cause            text NOT NULL,
        measure          text NOT NULL,
        owner_id         uuid NOT NULL,
        due_at           timestamptz NOT NULL,
        set_by           uuid NOT NULL,
        done             text,
        done_at          timestamptz,
        worked           text CHECK (worked IN ('yes', 'partly', 'no')),
        review           text,
        reviewed_by      uuid,
        search_text      text NOT NULL,
        search_words     text[] NOT NULL,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CONSTRAINT cause_measure_once UNIQUE (site_id, month, source, cause),
        CONSTRAINT cause_measure_review CHECK ((state = 'reviewed') = (worked IS NOT NULL AND review IS NOT NULL AND reviewed_by IS NOT NULL)),
        CONSTRAINT cause_measure_reviewed_by_another CHECK (reviewed_by IS NULL OR reviewed_by <> owner_id)
      );
      CREATE INDEX cause_measure_site ON cause_measure (site_id, recorded_at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cause_measure; DROP SEQUENCE cause_measure_number');
  }
}
