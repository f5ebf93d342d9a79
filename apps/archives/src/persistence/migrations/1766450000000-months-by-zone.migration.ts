import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A month keeps the zone it was cut by, what tickets says was done in it, and since when a source of it has not answered (W4.5). */
export class MonthsByZone1766450000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whatever was cut before was cut by the clock of China.
      ALTER TABLE archive_month ADD COLUMN time_zone text NOT NULL DEFAULT 'Asia/Shanghai', ADD COLUMN unanswered_since timestamptz;
      ALTER TABLE archive_month ALTER COLUMN time_zone DROP DEFAULT;

      -- What tickets says was done in the month: all of it anew each time it is asked.
      CREATE TABLE month_repair (
        event_id uuid PRIMARY KEY,
        month_id uuid NOT NULL REFERENCES archive_month,
        number   text NOT NULL,
        done_at  timestamptz NOT NULL
      );
      CREATE INDEX month_repair_month ON month_repair (month_id);
      CREATE INDEX repair_register_line_done ON repair_register_line (done_at);
      -- As if it had said so already, until it is asked.
      INSERT INTO month_repair (event_id, month_id, number, done_at)
        SELECT l.event_id, m.id, l.number, l.done_at FROM repair_register_line l JOIN repair_register r ON r.id = l.register_id
        JOIN archive_month m ON m.site_id = r.site_id AND l.done_at >= m.from_at AND l.done_at < m.to_at;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX repair_register_line_done; DROP TABLE month_repair; ALTER TABLE archive_month DROP COLUMN unanswered_since, DROP COLUMN time_zone');
  }
}
