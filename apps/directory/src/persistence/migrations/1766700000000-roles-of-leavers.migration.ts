import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Closing an account ended no role before. That of those who left then is an event each, which only the service can write: a timer
 * (to the millisecond, as those of the service) begins it (`features/end-roles-of-leavers`); where nobody left there is nothing to begin.
 */
export class RolesOfLeavers1766700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status)
      SELECT gen_random_uuid(), 'roles-of-leavers', '00000000-0000-0000-0000-000000000000'::uuid, 'roles-of-leavers', date_trunc('milliseconds', platform.now()), 'set'
      WHERE EXISTS (SELECT 1 FROM account WHERE closed_at IS NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM timer WHERE kind = 'roles-of-leavers'`);
  }
}
