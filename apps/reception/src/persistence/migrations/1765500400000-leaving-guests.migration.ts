import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LeavingGuests1765500400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Own copy: who lives where, from when until when.
      CREATE TABLE host_tie (
        tie_id    uuid PRIMARY KEY,
        person_id uuid NOT NULL,
        home_id   uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at   timestamptz
      );
      CREATE INDEX host_tie_home ON host_tie (home_id, person_id);
      -- Whoever overstayed and was never seen out had no retention: from when their visit was over.
      INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status)
        SELECT gen_random_uuid(), 'visitor-forget', v.id, 'visitor-forget:' || v.id, date_trunc('milliseconds', v.overstayed_at) + r.days * interval '1 day', 'set'
        FROM visitor v CROSS JOIN LATERAL (
          SELECT days FROM retention WHERE what = 'visitor' AND (site_id IS NULL OR site_id = v.site_id) AND effective_from <= v.overstayed_at
          ORDER BY site_id NULLS LAST, effective_from DESC LIMIT 1) r
        WHERE v.state = 'inside' AND v.overstayed_at IS NOT NULL AND v.forgotten_at IS NULL
        ON CONFLICT (fire_key) DO NOTHING;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE host_tie');
  }
}
