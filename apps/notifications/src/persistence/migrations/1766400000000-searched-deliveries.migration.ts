import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the delivery log is searched by (`read-deliveries`). */
export class SearchedDeliveries1766400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX delivery_said ON delivery USING gin (lower(normalize(coalesce(last_error, '') || ' ' || coalesce(reference, ''), NFKC)) gin_trgm_ops);
      CREATE INDEX delivery_kind ON delivery ((content ->> 'kind'));
      CREATE INDEX delivery_reason ON delivery (last_reason) WHERE last_reason IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX delivery_said, delivery_kind, delivery_reason');
  }
}
