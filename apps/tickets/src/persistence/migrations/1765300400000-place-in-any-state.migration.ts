import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlaceInAnyState1765300400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Without the state: a column that an index names makes each of its changes write all indexes of the row anew, and a request changes
      -- its state at every step. Of one category at one place there are few, in whatever state.
      DROP INDEX repair_request_place;
      CREATE INDEX repair_request_place ON repair_request (location_id, category, recorded_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX repair_request_place;
      CREATE INDEX repair_request_place ON repair_request (location_id, category, recorded_at DESC)
        WHERE state IN ('open', 'reopened', 'assigned', 'in-progress', 'waiting');
    `);
  }
}
