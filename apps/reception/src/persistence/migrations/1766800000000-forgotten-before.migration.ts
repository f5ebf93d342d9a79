import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Processes of the version before go on forgetting people on these tables, while this one is rolled out and after going back
 * (docs/upgrade.md), and know nothing of what has been kept of them since: whom they forget is forgotten whole (G7).
 */
export class ForgottenBefore1766800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION contact_forgotten_whole() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.name_index := '{}';
        RETURN NEW;
      END $$;
      CREATE TRIGGER contact_forgotten_whole BEFORE UPDATE ON contact
        FOR EACH ROW WHEN (NEW.forgotten_at IS NOT NULL) EXECUTE FUNCTION contact_forgotten_whole();

      CREATE FUNCTION visitor_forgotten_whole() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.name_index := '{}';
        NEW.note := NULL;
        NEW.attachment_ids := '{}';
        RETURN NEW;
      END $$;
      CREATE TRIGGER visitor_forgotten_whole BEFORE UPDATE ON visitor
        FOR EACH ROW WHEN (NEW.forgotten_at IS NOT NULL) EXECUTE FUNCTION visitor_forgotten_whole();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER visitor_forgotten_whole ON visitor;
      DROP FUNCTION visitor_forgotten_whole;
      DROP TRIGGER contact_forgotten_whole ON contact;
      DROP FUNCTION contact_forgotten_whole;
    `);
  }
}
