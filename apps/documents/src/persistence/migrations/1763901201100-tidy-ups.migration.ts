import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The yearly tidy-up of each site, and which papers are records of the archives by now (a copy of their events). Years that were begun before have
 * theirs from here on, with the reminders that are still to come.
 */
export class TidyUps1763901201100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tidy_up (
        id             uuid PRIMARY KEY,
        site_id        uuid NOT NULL,
        year           integer NOT NULL,
        version        integer NOT NULL,
        due_at         timestamptz NOT NULL,
        reminders      integer NOT NULL DEFAULT 0,
        finished_by    uuid,
        finished_for   uuid,
        finished_at    timestamptz,
        missing        jsonb,
        missing_reason text,
        recorded_at    timestamptz NOT NULL,
        CONSTRAINT tidy_up_once UNIQUE (site_id, year),
        CHECK ((finished_at IS NULL) = (finished_by IS NULL) AND (finished_at IS NULL) = (missing IS NULL))
      );
      CREATE INDEX tidy_up_newest ON tidy_up (recorded_at DESC, id DESC);
      CREATE TABLE archived_paper (document_id uuid PRIMARY KEY, record_id uuid NOT NULL, archived_at timestamptz NOT NULL);

      INSERT INTO tidy_up (id, site_id, year, version, due_at, recorded_at)
      SELECT gen_random_uuid(), r.site_id, y.year, 0, make_timestamptz(y.year + 1, 7, 1, 0, 0, 0, 'Asia/Shanghai'), platform.now()
      FROM register r JOIN register_year y ON y.register_id = r.id GROUP BY r.site_id, y.year;
      INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status)
      SELECT gen_random_uuid(), 'tidy-up-reminder', t.id, 'tidy-up-reminder:' || t.id || ':' || due.n, due.at, 'set'
      FROM tidy_up t, LATERAL (VALUES
        (1, make_timestamptz(t.year + 1, 6, 1, 9, 0, 0, 'Asia/Shanghai')), (2, make_timestamptz(t.year + 1, 6, 15, 9, 0, 0, 'Asia/Shanghai')),
        (3, make_timestamptz(t.year + 1, 6, 29, 9, 0, 0, 'Asia/Shanghai')), (4, make_timestamptz(t.year + 1, 7, 1, 9, 0, 0, 'Asia/Shanghai'))) AS due (n, at)
      WHERE due.at > platform.now();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM timer WHERE kind = 'tidy-up-reminder'; DROP TABLE archived_paper, tidy_up`);
  }
}
