import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SealedCopies1763901200500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of a confidential document, the numbers of the copies that were sealed; null where copies have none, or it was not asked.
      ALTER TABLE seal_use ADD COLUMN used_shares integer[],
        ADD CONSTRAINT seal_use_shares CHECK (used_shares IS NULL OR (used_copies IS NOT NULL AND cardinality(used_shares) = used_copies));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE seal_use DROP COLUMN used_shares');
  }
}
