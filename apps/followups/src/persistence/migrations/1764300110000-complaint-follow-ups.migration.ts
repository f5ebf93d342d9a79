import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ComplaintFollowUps1764300110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A follow-up is of an episode of a repair request or of a round of a complaint.
      ALTER TABLE follow_up
        ALTER COLUMN repair_request_id DROP NOT NULL,
        ALTER COLUMN repair_number DROP NOT NULL,
        ALTER COLUMN repair_class DROP NOT NULL,
        ADD COLUMN complaint_id uuid,
        ADD COLUMN complaint_number text,
        ADD COLUMN major boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT follow_up_of_one CHECK (num_nonnulls(repair_request_id, complaint_id) = 1),
        ADD CONSTRAINT follow_up_round UNIQUE (complaint_id, episode);

      -- Who handled a complaint in any of its rounds: none of them follows it up.
      CREATE TABLE complaint_handler (
        complaint_id uuid NOT NULL,
        person_id    uuid NOT NULL,
        PRIMARY KEY (complaint_id, person_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE complaint_handler;
      DELETE FROM follow_up WHERE complaint_id IS NOT NULL;
      ALTER TABLE follow_up DROP COLUMN major, DROP COLUMN complaint_number, DROP COLUMN complaint_id,
        ALTER COLUMN repair_class SET NOT NULL, ALTER COLUMN repair_number SET NOT NULL, ALTER COLUMN repair_request_id SET NOT NULL`);
  }
}
