import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Promises1763901100200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Clocks stand in deadline (libs/deadlines); due_at is what that of the solution says, none where the office promises no time.
      ALTER TABLE complaint ALTER COLUMN due_at DROP NOT NULL;
      -- A deadline of the hotline that passed before a dispute, or on the way here, leads no more.
      ALTER TABLE complaint DROP CONSTRAINT complaint_hotline;
      ALTER TABLE complaint ADD CONSTRAINT complaint_hotline CHECK (channel <> 'hotline'
        OR (hotline_number IS NOT NULL AND hotline_deadline IS NOT NULL AND (round > 1 OR due_at < hotline_deadline OR hotline_deadline <= happened_at)));
      -- Roles stand in office_role, which clocks need, too.
      DROP TABLE role_held;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE complaint DROP CONSTRAINT complaint_hotline;
      ALTER TABLE complaint ADD CONSTRAINT complaint_hotline CHECK (channel <> 'hotline' OR (hotline_number IS NOT NULL AND due_at < hotline_deadline));
      ALTER TABLE complaint ALTER COLUMN due_at SET NOT NULL;
      CREATE TABLE role_held (
        grant_id  uuid PRIMARY KEY,
        person_id uuid NOT NULL,
        role      text NOT NULL,
        site_id   uuid,
        starts_at timestamptz NOT NULL,
        ends_at   timestamptz
      );
      CREATE INDEX role_held_person ON role_held (person_id);
      CREATE INDEX role_held_role ON role_held (role, site_id);
    `);
  }
}
