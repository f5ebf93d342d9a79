import { frozenRulesOf } from '@property-office/deadlines';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const names = ['notice-task'];

/** Whom the first plans of these tell last, in the copy of this service: no event says it. The rows are those of directory's migration. */
export class CompanyHears1795963800200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { id, content } of frozenRulesOf(...names).filter(({ kind }) => kind === 'plan'))
      await runner.query('UPDATE office_rule SET content = $2 WHERE id = $1', [id, JSON.stringify(content)]);
  }

  async down(): Promise<void> {
    // A clock may stand at that level by now.
  }
}
