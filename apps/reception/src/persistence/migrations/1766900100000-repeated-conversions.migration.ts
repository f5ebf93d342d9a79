import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what a conversion that is repeated is told from another one (W2.1). It goes with what is forgotten: the words it is made of could be guessed (G7). */
export class RepeatedConversions1766900100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contact ADD COLUMN conversion_hash text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contact DROP COLUMN conversion_hash');
  }
}
