import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SecondPerson1764900200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who follows a major complaint up of which every director and the whole company had a part.
      ALTER TABLE follow_up ADD COLUMN passed_on_to text CHECK (passed_on_to IN ('another-site', 'same-site')),
        ADD CONSTRAINT follow_up_passed_on CHECK (passed_on_to IS NULL OR major);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE follow_up DROP COLUMN passed_on_to');
  }
}
