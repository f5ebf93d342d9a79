import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hand-over at the end of a contract (W4.6): what was listed, packed, signed and handed over are rows that stay. */
export class HandOvers1766400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const [app, destroy] = [`${schema}_app`, `${schema}_destroy`];
    await runner.query(`
      CREATE SEQUENCE hand_over_number START 10001;
      CREATE TABLE hand_over (
        id               uuid PRIMARY KEY,
        number           text NOT NULL CONSTRAINT hand_over_number_once UNIQUE,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        state            text NOT NULL,
        scope            text NOT NULL,
        category         text,
        confidential     boolean NOT NULL,
        receiving_body   text NOT NULL,
        reason           text NOT NULL,
        list_hash        text NOT NULL,
        records          integer NOT NULL,
        living_files     integer NOT NULL,
        applied_by       uuid NOT NULL,
        applied_for      uuid,
        approved_by      uuid,
        approved_for     uuid,
        approved_at      timestamptz,
        remarks          text,
        sealed_at        timestamptz,
        manifest_hash    text,
        handed_over_at   timestamptz,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CHECK ((scope = 'category') = (category IS NOT NULL)),
        CHECK (records + living_files > 0),
        CONSTRAINT hand_over_approved_by_another CHECK (approved_by IS NULL OR NOT ARRAY[approved_by, approved_for] && ARRAY[applied_by, coalesce(applied_for, applied_by)]),
        CONSTRAINT hand_over_approved CHECK (state NOT IN ('approved', 'sealed', 'handed-over') OR approved_by IS NOT NULL),
        CONSTRAINT hand_over_sealed CHECK (state NOT IN ('sealed', 'handed-over') OR (manifest_hash IS NOT NULL AND sealed_at IS NOT NULL)),
        CONSTRAINT hand_over_done CHECK ((state = 'handed-over') = (handed_over_at IS NOT NULL)),
        CHECK ((approved_by IS NULL) = (approved_at IS NULL))
      );
      CREATE INDEX hand_over_site ON hand_over (site_id, recorded_at DESC, id DESC);

      -- Records and living files, by their ids.
      CREATE TABLE hand_over_item (
        hand_over_id uuid NOT NULL REFERENCES hand_over,
        item_id      uuid NOT NULL,
        kind         text NOT NULL CHECK (kind IN ('record', 'living-file')),
        CONSTRAINT hand_over_item_once PRIMARY KEY (hand_over_id, item_id)
      );
      -- On which list something stands now: on one at a time.
      CREATE TABLE handing_over (
        item_id      uuid CONSTRAINT handing_over_once PRIMARY KEY,
        hand_over_id uuid NOT NULL REFERENCES hand_over
      );
      CREATE INDEX handing_over_list ON handing_over (hand_over_id);
      -- What is another body's from then on.
      CREATE TABLE handed_over (
        item_id      uuid CONSTRAINT handed_over_once PRIMARY KEY,
        hand_over_id uuid NOT NULL REFERENCES hand_over,
        happened_at  timestamptz NOT NULL,
        FOREIGN KEY (hand_over_id, item_id) REFERENCES hand_over_item
      );

      -- As it was sealed, whatever is corrected later: what is in the package but for the files, which keep their bytes.
      CREATE TABLE hand_over_package (
        hand_over_id  uuid CONSTRAINT hand_over_package_once PRIMARY KEY REFERENCES hand_over,
        manifest      text NOT NULL,
        manifest_hash text NOT NULL CONSTRAINT hand_over_package_hash CHECK (manifest_hash = encode(sha256(convert_to(manifest, 'UTF8')), 'hex')),
        readme        text NOT NULL,
        index_page    text NOT NULL,
        kid           text NOT NULL,
        signature     text NOT NULL,
        public_key    text NOT NULL,
        recorded_at   timestamptz NOT NULL
      );
      CREATE TABLE hand_over_party (
        hand_over_id uuid NOT NULL REFERENCES hand_over,
        part         text NOT NULL CHECK (part IN ('receiver', 'witness')),
        person_id    uuid NOT NULL,
        named_by     uuid NOT NULL,
        recorded_at  timestamptz NOT NULL,
        -- Nobody is named for two parts.
        CONSTRAINT hand_over_party_once PRIMARY KEY (hand_over_id, person_id)
      );
      CREATE TABLE hand_over_link (
        id            uuid PRIMARY KEY,
        hand_over_id  uuid NOT NULL REFERENCES hand_over,
        site_id       uuid NOT NULL,
        manifest_hash text NOT NULL,
        part          text NOT NULL CHECK (part IN ('receiver', 'witness')),
        -- Keyed hashes: of the secret, which is shown once, and of the telephone, by which one person from elsewhere signs for one part.
        token_hash    text NOT NULL CONSTRAINT hand_over_link_token UNIQUE,
        person        text NOT NULL,
        name_cipher   text NOT NULL,
        body          text NOT NULL CHECK (body IN ('other-site', 'company', 'owners-committee')),
        sent_by       text NOT NULL CHECK (sent_by IN ('sms', 'email', 'chat', 'paper')),
        issued_by     uuid NOT NULL,
        issued_at     timestamptz NOT NULL,
        expires_at    timestamptz NOT NULL,
        state         text NOT NULL CHECK (state IN ('open', 'used', 'revoked')),
        decided_at    timestamptz,
        CONSTRAINT hand_over_link_used CHECK ((state = 'used') = (decided_at IS NOT NULL))
      );
      CREATE INDEX hand_over_link_list ON hand_over_link (hand_over_id);
      CREATE TABLE hand_over_signature (
        hand_over_id  uuid NOT NULL REFERENCES hand_over,
        part          text NOT NULL CHECK (part IN ('giver', 'receiver', 'witness')),
        person_id     uuid,
        link_id       uuid CONSTRAINT hand_over_signature_link UNIQUE REFERENCES hand_over_link,
        manifest_hash text NOT NULL,
        happened_at   timestamptz NOT NULL,
        recorded_at   timestamptz NOT NULL,
        CONSTRAINT hand_over_signature_once PRIMARY KEY (hand_over_id, part),
        CONSTRAINT hand_over_signature_by_another UNIQUE (hand_over_id, person_id),
        CHECK ((person_id IS NULL) = (link_id IS NOT NULL)),
        CHECK (part <> 'giver' OR person_id IS NOT NULL)
      );

      REVOKE UPDATE, DELETE, TRUNCATE ON hand_over_item, handed_over, hand_over_package, hand_over_party, hand_over_signature FROM ${app};
      REVOKE DELETE, TRUNCATE ON hand_over, hand_over_link FROM ${app};

      -- A record leaves by one way: what was handed over is not destroyed, nor the other way round.
      CREATE FUNCTION leaves_one_way() RETURNS trigger LANGUAGE plpgsql SET search_path = ${schema}, pg_temp AS $$
      BEGIN
        IF TG_TABLE_NAME = 'handed_over' THEN
          IF EXISTS (SELECT 1 FROM record_destruction WHERE record_id = NEW.item_id) THEN RAISE 'record %: it is destroyed', NEW.item_id; END IF;
        ELSE
          IF EXISTS (SELECT 1 FROM handed_over WHERE item_id = NEW.record_id) THEN RAISE 'record %: it is handed over', NEW.record_id; END IF;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER handed_over_one_way BEFORE INSERT ON handed_over FOR EACH ROW EXECUTE FUNCTION leaves_one_way();
      CREATE TRIGGER destroyed_one_way BEFORE INSERT ON record_destruction FOR EACH ROW EXECUTE FUNCTION leaves_one_way();
      GRANT SELECT ON handed_over TO ${destroy};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER destroyed_one_way ON record_destruction;
      DROP TABLE hand_over_signature, hand_over_link, hand_over_party, hand_over_package, handed_over, handing_over, hand_over_item, hand_over;
      DROP FUNCTION leaves_one_way();
      DROP SEQUENCE hand_over_number;
    `);
  }
}
