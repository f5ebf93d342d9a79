import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Contacts and visitors of before names were searched: their names are encrypted, and keyed hashes of them only the service can make. A
 * timer of each (to the millisecond, as those of the service) begins it (`features/rebuild-name-keys`); an office without any has nothing to begin.
 */
export class KeyedNames1765400200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status)
        SELECT gen_random_uuid(), 'contact-names', '00000000-0000-0000-0000-000000000000'::uuid, 'contact-names:00000000-0000-0000-0000-000000000000', date_trunc('milliseconds', platform.now()), 'set'
        WHERE EXISTS (SELECT 1 FROM contact WHERE caller_cipher IS NOT NULL AND name_index = '{}')
        UNION ALL
        SELECT gen_random_uuid(), 'visitor-names', '00000000-0000-0000-0000-000000000000'::uuid, 'visitor-names:00000000-0000-0000-0000-000000000000', date_trunc('milliseconds', platform.now()), 'set'
        WHERE EXISTS (SELECT 1 FROM visitor WHERE person_cipher IS NOT NULL AND name_index = '{}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM timer WHERE kind IN ('contact-names', 'visitor-names')`);
  }
}
