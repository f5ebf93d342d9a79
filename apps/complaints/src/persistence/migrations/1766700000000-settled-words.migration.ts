import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SettledWords1766700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who settled that nobody of ours is meant by these words, and for whom (G1): kept with the words, wherever they go (W2.3).
      ALTER TABLE complainant ADD COLUMN about_nobody_by uuid[];
      -- Until now whoever corrected last a complaint that is about nobody; whom they acted for its ledger says.
      WITH RECURSIVE said (id, by) AS (
        SELECT k.id, last.by FROM complainant k
        JOIN complaint c ON c.id = k.complaint_id AND cardinality(c.about_person_ids) + cardinality(c.about_crew_ids) = 0
        CROSS JOIN LATERAL (
          SELECT array_remove(ARRAY[a.corrected_by, l.actor_for], NULL) AS by FROM about_correction a
          LEFT JOIN ledger l ON l.aggregate_id = a.complaint_id AND l.aggregate_version = a.version + 1
          WHERE a.complaint_id = k.complaint_id ORDER BY a.version DESC LIMIT 1) last
        WHERE k.about_words IS NOT NULL AND k.joined_from IS NULL
        UNION ALL SELECT k.id, s.by FROM complainant k JOIN said s ON k.joined_from = s.id)
      UPDATE complainant k SET about_nobody_by = s.by FROM said s WHERE s.id = k.id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE complainant DROP COLUMN about_nobody_by');
  }
}
