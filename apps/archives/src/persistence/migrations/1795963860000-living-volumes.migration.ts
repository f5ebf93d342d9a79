import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an ownership that has ended, or a device that is out of service, left in a living file is closed as a volume of it (立卷) and proposes a record; a hold on it goes with that (W4.1, W4.4). */
export class LivingVolumes1795963860000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    await runner.query(`
      -- Of sites that are there: kept as what was repaired is, which was the rule for living files until now.
      INSERT INTO intake_rule (site_id, source, version, category, office, retention, legal_basis, basis_rank, set_by, recorded_at)
        SELECT f.site_id, s.source, 1, coalesce(c.code, r.category), s.office, r.retention, r.legal_basis, r.basis_rank, NULL, platform.now()
        FROM fonds f CROSS JOIN (VALUES ('home-file', 'YZ', 'KFB'), ('device-file', 'SB', 'GCB')) AS s (source, category, office)
        JOIN LATERAL (SELECT * FROM intake_rule WHERE site_id = f.site_id AND source = 'repair-request' ORDER BY version DESC LIMIT 1) r ON true
        LEFT JOIN category c ON c.site_id = f.site_id AND c.code = s.category ON CONFLICT DO NOTHING;

      CREATE TABLE living_volume (
        -- Of the event that says so, and that its record is proposed by.
        event_id    uuid CONSTRAINT living_volume_event PRIMARY KEY,
        file_id     uuid NOT NULL REFERENCES living_file,
        n           integer NOT NULL CHECK (n > 0),
        -- Of its ownership or device: retention runs from then.
        ended_at    timestamptz NOT NULL,
        closed_by   uuid NOT NULL,
        closed_for  uuid,
        closed_as   text NOT NULL,
        happened_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT living_volume_once UNIQUE (file_id, n)
      );
      CREATE TABLE living_volume_paper (
        file_id  uuid NOT NULL,
        item     integer NOT NULL,
        event_id uuid NOT NULL REFERENCES living_volume,
        CONSTRAINT living_volume_paper_once PRIMARY KEY (file_id, item),
        FOREIGN KEY (file_id, item) REFERENCES living_file_entry
      );
      CREATE INDEX living_volume_paper_volume ON living_volume_paper (event_id);

      -- Why its papers are to stay: what is closed of it is a record on hold.
      CREATE TABLE living_file_hold (
        file_id     uuid NOT NULL REFERENCES living_file,
        n           integer NOT NULL CHECK (n > 0),
        held        boolean NOT NULL,
        reason      text NOT NULL,
        decided_by  uuid NOT NULL,
        decided_for uuid,
        happened_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT living_file_hold_in_turn CHECK (held = (n % 2 = 1)),
        CONSTRAINT living_file_hold_once PRIMARY KEY (file_id, n)
      );
      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON living_volume, living_volume_paper, living_file_hold FROM %I', current_schema() || '_app');
      END $$;

      -- A paper goes with the record that its volume became, and with nothing else.
      CREATE FUNCTION living_paper_destroyed(of_file uuid, of_item integer) RETURNS boolean LANGUAGE sql STABLE SET search_path = ${schema} AS $$
        SELECT EXISTS (SELECT 1 FROM living_volume_paper v JOIN record_proposal p ON p.source_event_id = v.event_id JOIN record_destruction x ON x.record_id = p.record_id
          WHERE v.file_id = of_file AND v.item = of_item)
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION living_paper_destroyed(uuid, integer);
      DROP TABLE living_file_hold, living_volume_paper, living_volume;
      DELETE FROM intake_rule WHERE source IN ('home-file', 'device-file');
    `);
  }
}
