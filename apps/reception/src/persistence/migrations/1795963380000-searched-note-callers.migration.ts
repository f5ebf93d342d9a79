import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keyed hashes of the number and the name of who rang for a colleague, which only the service can make: what was left before, or is left by a
 * process of the version before, bears a mark (`features/rebuild-name-keys`). Whom a process of the version before forgets is forgotten whole (G7).
 */
export class SearchedNoteCallers1795963380000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE phone_note ADD COLUMN phone_index text, ADD COLUMN name_index text[] NOT NULL DEFAULT '{unkeyed}';
      CREATE INDEX phone_note_phone_index ON phone_note (phone_index) WHERE phone_index IS NOT NULL;
      CREATE INDEX phone_note_name_index ON phone_note USING gin (name_index);

      CREATE FUNCTION phone_note_forgotten_whole() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.phone_index := NULL;
        NEW.name_index := '{}';
        RETURN NEW;
      END $$;
      CREATE TRIGGER phone_note_forgotten_whole BEFORE UPDATE ON phone_note
        FOR EACH ROW WHEN (NEW.forgotten_at IS NOT NULL) EXECUTE FUNCTION phone_note_forgotten_whole();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER phone_note_forgotten_whole ON phone_note;
      DROP FUNCTION phone_note_forgotten_whole;
      ALTER TABLE phone_note DROP COLUMN phone_index, DROP COLUMN name_index;
    `);
  }
}
