import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever keeps the archives is told once papers of a living file wait to be closed (W4.1); what they were told of is written down, so that it is said once. */
export class ToldEnds1795970960000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE living_file_told (
        file_id  uuid CONSTRAINT living_file_told_once PRIMARY KEY REFERENCES living_file,
        -- What had joined by then, and the last end that was heard of: a paper of either after that is news.
        item     integer NOT NULL,
        ended_at timestamptz NOT NULL,
        -- Counts how often it was told.
        version  integer NOT NULL
      );
      -- What waits already stands in the list and is counted by its month: a notice for each, all at once, would hide what comes next.
      INSERT INTO living_file_told (file_id, item, ended_at, version)
        SELECT f.id, f.last_item, ended.at, 0 FROM living_file f CROSS JOIN LATERAL (
          SELECT max(o.until_at) AS at FROM ownership o WHERE f.subject_type = 'home' AND o.home_id = f.subject_id AND o.until_at <= platform.now()
          UNION ALL SELECT f.out_of_service_on::timestamp AT TIME ZONE 'Asia/Shanghai') ended
        WHERE ended.at <= platform.now();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE living_file_told');
  }
}
