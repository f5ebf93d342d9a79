import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GroupsOfComplainants1766400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What each complainant said to the result of a round; the last of several counts (W2.3).
      CREATE TABLE complainant_answer (
        complaint_id   uuid NOT NULL REFERENCES complaint,
        complainant_id uuid NOT NULL REFERENCES complainant,
        version        integer NOT NULL,
        round          integer NOT NULL,
        answer         text NOT NULL CHECK (answer IN ('accepted', 'disputed', 'no-answer')),
        how            text,
        words          text,
        answered_at    timestamptz NOT NULL,
        -- Who recorded it of the staff; nobody, where they said it themselves.
        recorded_by    uuid,
        PRIMARY KEY (complaint_id, complainant_id, version)
      );

      -- Another complaint of the same matter goes on for it.
      ALTER TABLE complaint ADD COLUMN merged_into uuid REFERENCES complaint, ADD COLUMN merged_into_number text, ADD COLUMN merge_reason text,
        ADD CONSTRAINT complaint_merged CHECK ((state = 'merged') = (merged_into IS NOT NULL AND merged_into_number IS NOT NULL AND merge_reason IS NOT NULL)),
        ADD CONSTRAINT complaint_merged_into_another CHECK (merged_into <> id);
      CREATE INDEX complaint_merged_into ON complaint (merged_into) WHERE merged_into IS NOT NULL;
      -- As whom they complained in the one that was merged.
      ALTER TABLE complainant ADD COLUMN joined_from uuid REFERENCES complainant,
        ADD CONSTRAINT complainant_joined_once UNIQUE (complaint_id, joined_from);
      -- Of a contact there is one complainant; in the complaint that goes on for theirs they name the same contact.
      ALTER TABLE complainant DROP CONSTRAINT complainant_contact;
      CREATE UNIQUE INDEX complainant_contact ON complainant (contact_id) WHERE joined_from IS NULL;

      -- Whom it is about, in the words of who complains; the desk says who that is before it is decided.
      ALTER TABLE complainant ADD COLUMN about_words text;
      ALTER TABLE complaint ADD COLUMN about_open boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT complaint_about_settled CHECK (NOT about_open OR state NOT IN ('decided', 'handling', 'awaiting-feedback', 'closed', 'merged'));

      -- To tell one of the complainants something whom no account tells of it.
      ALTER TABLE complaint_task ADD COLUMN complainant_id uuid REFERENCES complainant;
      -- Of those without an account, whom an extension was told when it was announced.
      ALTER TABLE complaint ADD COLUMN extension_told_ids uuid[];
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE complainant_answer;
      ALTER TABLE complaint_task DROP COLUMN complainant_id;
      ALTER TABLE complaint DROP COLUMN about_open, DROP COLUMN extension_told_ids;
      DELETE FROM complainant WHERE joined_from IS NOT NULL;
      DROP INDEX complainant_contact;
      ALTER TABLE complainant ADD CONSTRAINT complainant_contact UNIQUE (contact_id);
      ALTER TABLE complainant DROP COLUMN about_words, DROP COLUMN joined_from;
      ALTER TABLE complaint DROP COLUMN merged_into, DROP COLUMN merged_into_number, DROP COLUMN merge_reason`);
  }
}
