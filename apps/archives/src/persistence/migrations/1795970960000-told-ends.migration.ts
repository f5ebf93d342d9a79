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
      -- A file of which nothing waits is none of them: of it the next end is news, also one that is as of a day before.
        SELECT f.id, f.last_item, max(ended.at), 0 FROM living_file f JOIN living_file_entry e ON e.file_id = f.id
        CROSS JOIN LATERAL (SELECT CASE f.subject_type WHEN 'device' THEN f.out_of_service_on::timestamp AT TIME ZONE 'Asia/Shanghai' ELSE
          (SELECT min(o.until_at) FROM ownership o WHERE o.home_id = f.subject_id AND o.until_at > e.happened_at AND o.until_at > o.from_at
            AND NOT EXISTS (SELECT 1 FROM ownership s WHERE s.home_id = o.home_id AND s.from_at < o.until_at AND (s.until_at IS NULL OR s.until_at > o.until_at))) END AS at) ended
        WHERE ended.at <= platform.now() AND NOT EXISTS (SELECT 1 FROM handed_over h WHERE h.item_id = f.id)
          AND NOT EXISTS (SELECT 1 FROM living_volume_paper v JOIN record_proposal p ON p.source_event_id = v.event_id WHERE v.file_id = e.file_id AND v.item = e.item AND p.state <> 'returned')
          AND NOT EXISTS (SELECT 1 FROM living_paper_gone g WHERE g.file_id = e.file_id AND g.item = e.item)
          AND NOT EXISTS (SELECT 1 FROM required_paper q WHERE f.subject_type = 'home' AND q.site_id = f.site_id AND q.subject_type = 'home' AND q.paper = e.paper AND NOT q.per_owner)
        GROUP BY f.id, f.last_item;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE living_file_told');
  }
}
