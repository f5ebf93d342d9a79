import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Phone notes left before callers were searched: keyed hashes of what is encrypted only the service can make. A timer (to the millisecond,
 * as those of the service) begins it (`features/rebuild-name-keys`).
 */
export class KeyedNoteCallers1795963440000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status)
        SELECT gen_random_uuid(), 'phone-note-names', '00000000-0000-0000-0000-000000000000'::uuid, 'phone-note-names:00000000-0000-0000-0000-000000000000', date_trunc('milliseconds', platform.now()), 'set'
        WHERE EXISTS (SELECT 1 FROM phone_note WHERE caller_cipher IS NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM timer WHERE kind = 'phone-note-names'`);
  }
}
