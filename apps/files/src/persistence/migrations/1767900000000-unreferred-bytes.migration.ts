import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first turn of `features/discard-unreferred`, which sets each next one (to the millisecond, as the service does). */
export class UnreferredBytes1767900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status)
      VALUES (gen_random_uuid(), 'unreferred-bytes', '00000000-0000-0000-0000-000000000000', 'unreferred-bytes', date_trunc('milliseconds', platform.now() + interval '1 day'), 'set');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM timer WHERE kind = 'unreferred-bytes'`);
  }
}
