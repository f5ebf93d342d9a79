import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Objects that were destroyed (W4.4): nothing is linked to them again, whatever is heard of them later. */
export class WipedObjects1763900600300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE wiped_object (
        object_type text NOT NULL,
        object_id   uuid NOT NULL,
        wiped_at    timestamptz NOT NULL,
        CONSTRAINT wiped_object_once PRIMARY KEY (object_type, object_id)
      );
      DO $$ BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON wiped_object FROM %I', current_schema() || '_app');
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE wiped_object');
  }
}
