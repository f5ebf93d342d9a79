import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A service may write to a second stream: each has a relay, which publishes what is pending on its route. */
export class OutboxRoutes1763900000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Null: the stream of the producer.
    await runner.query('ALTER TABLE outbox_pending ADD COLUMN route text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox_pending DROP COLUMN route');
  }
}
