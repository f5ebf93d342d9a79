import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Residents claim homes; owners name who lives with them (W2.6). */
export class HomeClaims1763900200400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The owner who added somebody, or confirmed their claim: they may end the tie. Null: the office did.
      ALTER TABLE tie ADD COLUMN added_by uuid REFERENCES person;
      -- What that owner calls them: whoever knows a number does not learn its holder's name.
      ALTER TABLE tie ADD COLUMN given_name text;
      CREATE INDEX tie_added_by ON tie (added_by) WHERE added_by IS NOT NULL;

      CREATE TABLE home_claim (
        id           uuid PRIMARY KEY,
        person_id    uuid NOT NULL REFERENCES person,
        site_id      uuid NOT NULL REFERENCES place,
        -- Null where the words name no home of the site, or more than one: the office chooses.
        home_id      uuid REFERENCES place,
        -- As the person wrote it; null where they gave the home's id.
        place_words  text,
        name         text NOT NULL,
        kind         text NOT NULL CHECK (kind IN ('owner', 'tenant', 'family')),
        note         text,
        state        text NOT NULL CHECK (state IN ('pending', 'confirmed', 'refused', 'withdrawn')),
        decided_by   uuid REFERENCES person,
        decided_role text,
        decided_at   timestamptz,
        reason       text,
        tie_id       uuid REFERENCES tie,
        version      integer NOT NULL,
        created_at   timestamptz NOT NULL,
        CONSTRAINT home_claim_refused_with_reason CHECK ((state = 'refused') = (reason IS NOT NULL)),
        CONSTRAINT home_claim_confirmed_by_tie CHECK ((state = 'confirmed') = (tie_id IS NOT NULL)),
        CONSTRAINT home_claim_decided CHECK ((state = 'pending') = (decided_at IS NULL))
      );
      CREATE UNIQUE INDEX home_claim_once ON home_claim (person_id, home_id) WHERE state = 'pending';
      CREATE INDEX home_claim_newest ON home_claim (site_id, created_at DESC, id DESC);
      CREATE INDEX home_claim_person ON home_claim (person_id, created_at DESC, id DESC);
      CREATE INDEX home_claim_home ON home_claim (home_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE home_claim; ALTER TABLE tie DROP COLUMN given_name; ALTER TABLE tie DROP COLUMN added_by',
    );
  }
}
