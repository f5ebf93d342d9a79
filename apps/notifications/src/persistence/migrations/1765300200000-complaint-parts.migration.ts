import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ComplaintParts1765300200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Contacts, proposals and records of complaints: hidden from whoever the complaint is hidden from, whenever that comes to be known.
      CREATE TABLE complaint_part (
        object_id    uuid NOT NULL,
        complaint_id uuid NOT NULL,
        PRIMARY KEY (object_id, complaint_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE complaint_part');
  }
}
