import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rebuilds and replays read the ledger range by range: appended in the order of `seq`, so that a BRIN index will do. */
export class LedgerRanges1763900000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ledger_seq ON ledger USING brin (seq) WITH (autosummarize = on)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ledger_seq');
  }
}
