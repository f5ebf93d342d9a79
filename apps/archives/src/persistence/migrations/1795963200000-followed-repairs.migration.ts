import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What archives__repairs_v2 knows of repair requests, for itself: processes of the version before go on writing `repair_case` by what v1
 * hears, later or earlier than v2. That table ends with them. What is here already was brought by v2 itself, or comes again with the ledger.
 */
export class FollowedRepairs1795963200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE followed_repair (
        id            uuid PRIMARY KEY,
        number        text NOT NULL,
        repair_class  text NOT NULL,
        location_kind text NOT NULL,
        location_id   uuid NOT NULL,
        disputed      boolean NOT NULL DEFAULT false
      );
      INSERT INTO followed_repair (id, number, repair_class, location_kind, location_id, disputed)
        SELECT id, number, repair_class, location_kind, location_id, disputed FROM repair_case;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE followed_repair');
  }
}
