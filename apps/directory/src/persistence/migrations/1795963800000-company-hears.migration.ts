import { frozenRulesOf } from '@property-office/deadlines';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const names = ['urgent-phone-note', 'home-claim', 'notice-task'];

/**
 * The first plans of these ended with the director; the last who hears is the company (G5). What an office has set itself is a later row
 * and stays. A clock that runs by one of them only gains a level.
 */
export class CompanyHears1795963800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { id, content } of frozenRulesOf(...names).filter(({ kind }) => kind === 'plan'))
      await runner.query('UPDATE office_rule SET content = $2 WHERE id = $1 AND version = 0', [id, JSON.stringify(content)]);
  }

  async down(): Promise<void> {
    // A clock may stand at that level by now.
  }
}
