import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ForgottenContacts1764900300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contact ADD COLUMN forgotten_at timestamptz,
        ADD CONSTRAINT contact_forgotten CHECK (forgotten_at IS NULL
          OR (own_words = '' AND summary IS NULL AND caller_cipher IS NULL AND phone_index IS NULL AND person_id IS NULL AND home_id IS NULL));
      INSERT INTO retention (what, days, source_zh, source_en, effective_from)
        VALUES ('contact', 730, '初步建议', 'initial proposal', '2024-01-01T00:00:00+08:00');
      -- Those that ended before there was a retention: from when they ended.
      INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status)
        SELECT gen_random_uuid(), 'contact-forget', id, 'contact-forget:' || id, changed_at + interval '730 days', 'set'
        FROM contact WHERE state IN ('answered', 'guided-elsewhere', 'converted');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM timer WHERE kind = 'contact-forget';
      DELETE FROM retention WHERE what = 'contact';
      ALTER TABLE contact DROP COLUMN forgotten_at;
    `);
  }
}
