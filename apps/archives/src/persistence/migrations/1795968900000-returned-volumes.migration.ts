import type { MigrationInterface, QueryRunner } from 'typeorm';

const closedAndDestroyed = `EXISTS (SELECT 1 FROM living_volume_paper v JOIN record_proposal p ON p.source_event_id = v.event_id JOIN record_destruction x ON x.record_id = p.record_id
  WHERE v.file_id = of_file AND v.item = of_item)`;

/**
 * A volume that came back holds its papers no longer: they are closed again, by the end that is right (W4.1, W4.5). And of a living file that was
 * restored, papers that were destroyed with a record which the backup did not know yet (W4.4).
 */
export class ReturnedVolumes1795968900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    await runner.query(`
      -- Which time a paper is closed.
      ALTER TABLE living_volume_paper ADD COLUMN turn integer NOT NULL DEFAULT 1 CHECK (turn > 0);
      ALTER TABLE living_volume_paper DROP CONSTRAINT living_volume_paper_once;
      ALTER TABLE living_volume_paper ADD CONSTRAINT living_volume_paper_once PRIMARY KEY (file_id, item, turn);

      -- Written by a restore alone.
      CREATE TABLE living_paper_gone (
        file_id        uuid NOT NULL,
        item           integer NOT NULL,
        destruction_id uuid NOT NULL,
        CONSTRAINT living_paper_gone_once PRIMARY KEY (file_id, item),
        FOREIGN KEY (file_id, item) REFERENCES living_file_entry
      );
      DO $$ BEGIN
        EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON living_paper_gone FROM %I', current_schema() || '_app');
      END $$;

      CREATE OR REPLACE FUNCTION living_paper_destroyed(of_file uuid, of_item integer) RETURNS boolean LANGUAGE sql STABLE SET search_path = ${schema} AS $$
        SELECT EXISTS (SELECT 1 FROM living_paper_gone g WHERE g.file_id = of_file AND g.item = of_item) OR ${closedAndDestroyed}
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    await runner.query(`
      CREATE OR REPLACE FUNCTION living_paper_destroyed(of_file uuid, of_item integer) RETURNS boolean LANGUAGE sql STABLE SET search_path = ${schema} AS $$
        SELECT ${closedAndDestroyed}
      $$;
      DROP TABLE living_paper_gone;
      -- Of papers that were closed more than once, the first volume is forgotten: it came back.
      DELETE FROM living_volume_paper v WHERE EXISTS (SELECT 1 FROM living_volume_paper l WHERE l.file_id = v.file_id AND l.item = v.item AND l.turn > v.turn);
      ALTER TABLE living_volume_paper DROP CONSTRAINT living_volume_paper_once;
      ALTER TABLE living_volume_paper DROP COLUMN turn;
      ALTER TABLE living_volume_paper ADD CONSTRAINT living_volume_paper_once PRIMARY KEY (file_id, item);
    `);
  }
}
