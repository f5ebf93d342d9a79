import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ForgottenPhoneNotes1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE phone_note ADD COLUMN forgotten_at timestamptz,
        ADD CONSTRAINT phone_note_forgotten CHECK (forgotten_at IS NULL
          OR (state <> 'left' AND caller_cipher IS NULL AND message = '' AND coalesce(return_reason, '') = ''));
      INSERT INTO retention (what, days, source_zh, source_en, effective_from)
        VALUES ('phone-note', 90, '初步建议', 'initial proposal', '2024-01-01T00:00:00+08:00');
      -- Those that were answered before there was a retention: from when they were.
      INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status)
        SELECT gen_random_uuid(), 'phone-note-forget', id, 'phone-note-forget:' || id || ':' || round, changed_at + interval '90 days', 'set'
        FROM phone_note WHERE state <> 'left';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM timer WHERE kind = 'phone-note-forget';
      DELETE FROM retention WHERE what = 'phone-note';
      ALTER TABLE phone_note DROP COLUMN forgotten_at;
    `);
  }
}
