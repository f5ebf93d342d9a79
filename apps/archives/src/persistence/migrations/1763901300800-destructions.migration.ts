import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Appraisal and destruction (W4.4): what was thought, decided, signed and destroyed are rows that stay; how both stand now are `appraisal` and `destruction`. */
export class Destructions1763901300800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE appraisal_number START 10001;
      CREATE SEQUENCE destruction_number START 10001;

      CREATE TABLE appraisal (
        id               uuid PRIMARY KEY,
        number           text NOT NULL CONSTRAINT appraisal_number_once UNIQUE,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        state            text NOT NULL,
        started_by       uuid NOT NULL,
        started_for      uuid,
        remarks          text,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL
      );
      CREATE INDEX appraisal_site ON appraisal (site_id, recorded_at DESC, id DESC);

      CREATE TABLE appraisal_item (
        appraisal_id uuid NOT NULL REFERENCES appraisal,
        record_id    uuid NOT NULL REFERENCES record,
        PRIMARY KEY (appraisal_id, record_id)
      );
      CREATE TABLE appraiser (
        appraisal_id uuid NOT NULL REFERENCES appraisal,
        person_id    uuid NOT NULL,
        PRIMARY KEY (appraisal_id, person_id)
      );
      CREATE TABLE appraisal_opinion (
        appraisal_id uuid NOT NULL,
        record_id    uuid NOT NULL,
        person_id    uuid NOT NULL,
        verdict      text NOT NULL CHECK (verdict IN ('keep', 'destroy')),
        -- How much longer, from the year of the appraisal on.
        retention    text,
        reason       text NOT NULL,
        happened_at  timestamptz NOT NULL,
        recorded_at  timestamptz NOT NULL,
        CONSTRAINT appraisal_opinion_once PRIMARY KEY (appraisal_id, record_id, person_id),
        FOREIGN KEY (appraisal_id, record_id) REFERENCES appraisal_item,
        FOREIGN KEY (appraisal_id, person_id) REFERENCES appraiser,
        CHECK ((verdict = 'keep') = (retention IS NOT NULL))
      );

      -- A longer term: the last one holds, and null is for ever. Number and retention of the record stay.
      CREATE TABLE record_term (
        record_id       uuid NOT NULL REFERENCES record,
        n               integer NOT NULL CHECK (n > 0),
        appraisal_id    uuid NOT NULL REFERENCES appraisal,
        kept_until_year integer,
        recorded_at     timestamptz NOT NULL,
        CONSTRAINT record_term_once PRIMARY KEY (record_id, n)
      );

      CREATE TABLE destruction (
        id               uuid PRIMARY KEY,
        number           text NOT NULL CONSTRAINT destruction_number_once UNIQUE,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        state            text NOT NULL,
        reason           text NOT NULL,
        list_hash        text NOT NULL,
        applied_by       uuid NOT NULL,
        applied_for      uuid,
        approved_by      uuid,
        approved_for     uuid,
        approved_at      timestamptz,
        remarks          text,
        carried_out_by   uuid,
        carried_out_for  uuid,
        carried_out_at   timestamptz,
        -- How its paper was destroyed.
        method           text,
        register_number  integer,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CONSTRAINT destruction_approved_by_another CHECK (approved_by IS NULL OR NOT ARRAY[approved_by, approved_for] && ARRAY[applied_by, coalesce(applied_for, applied_by)]),
        CONSTRAINT destruction_approved CHECK (state NOT IN ('approved', 'witnessed', 'carried-out') OR approved_by IS NOT NULL),
        CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
        CHECK (state <> 'carried-out' OR register_number IS NOT NULL)
      );
      CREATE INDEX destruction_site ON destruction (site_id, recorded_at DESC, id DESC);

      CREATE TABLE destruction_item (
        destruction_id uuid NOT NULL REFERENCES destruction,
        record_id      uuid NOT NULL REFERENCES record,
        PRIMARY KEY (destruction_id, record_id)
      );
      -- On which list a record stands now: on one at a time.
      CREATE TABLE record_listing (
        record_id      uuid CONSTRAINT record_listed_once PRIMARY KEY REFERENCES record,
        appraisal_id   uuid NOT NULL REFERENCES appraisal,
        destruction_id uuid REFERENCES destruction
      );

      CREATE TABLE destruction_witness (
        destruction_id uuid NOT NULL REFERENCES destruction,
        person_id      uuid NOT NULL,
        named_by       uuid NOT NULL,
        recorded_at    timestamptz NOT NULL,
        CONSTRAINT destruction_witness_once PRIMARY KEY (destruction_id, person_id)
      );
      CREATE TABLE witness_link (
        id             uuid PRIMARY KEY,
        destruction_id uuid NOT NULL REFERENCES destruction,
        site_id        uuid NOT NULL,
        list_hash      text NOT NULL,
        -- A keyed hash; the secret itself is shown once and kept nowhere.
        token_hash     text NOT NULL CONSTRAINT witness_link_token UNIQUE,
        name_cipher    text NOT NULL,
        body           text NOT NULL CHECK (body IN ('other-site', 'company', 'owners-committee')),
        sent_by        text NOT NULL CHECK (sent_by IN ('sms', 'email', 'chat', 'paper')),
        issued_by      uuid NOT NULL,
        issued_at      timestamptz NOT NULL,
        expires_at     timestamptz NOT NULL,
        state          text NOT NULL CHECK (state IN ('open', 'used', 'revoked')),
        decided_at     timestamptz,
        CONSTRAINT witness_link_used CHECK ((state = 'used') = (decided_at IS NOT NULL))
      );
      CREATE INDEX witness_link_destruction ON witness_link (destruction_id);
      CREATE TABLE destruction_signature (
        destruction_id uuid NOT NULL REFERENCES destruction,
        n              integer NOT NULL CHECK (n IN (1, 2)),
        person_id      uuid,
        link_id        uuid REFERENCES witness_link,
        list_hash      text NOT NULL,
        happened_at    timestamptz NOT NULL,
        recorded_at    timestamptz NOT NULL,
        CONSTRAINT destruction_signature_once PRIMARY KEY (destruction_id, n),
        CONSTRAINT destruction_signature_by_another UNIQUE (destruction_id, person_id),
        FOREIGN KEY (destruction_id, person_id) REFERENCES destruction_witness,
        CHECK ((person_id IS NULL) = (link_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX destruction_signature_outside ON destruction_signature (destruction_id) WHERE person_id IS NULL;

      CREATE TABLE record_destruction (
        record_id      uuid CONSTRAINT record_destroyed_once PRIMARY KEY REFERENCES record,
        destruction_id uuid NOT NULL,
        happened_at    timestamptz NOT NULL
      );
      CREATE INDEX record_destruction_list ON record_destruction (destruction_id);
      -- What a destroyed record held: its hashes stay, so that its proof still says what it was of.
      CREATE TABLE destroyed_part (
        record_id     uuid NOT NULL REFERENCES record_destruction,
        kind          text NOT NULL,
        position      integer NOT NULL,
        attachment_id uuid,
        name          text,
        media_type    text,
        sha256        text NOT NULL,
        CONSTRAINT destroyed_part_once PRIMARY KEY (record_id, kind, position)
      );
      -- What files says of the bytes of a destroyed record.
      CREATE TABLE destruction_wipe (
        record_id      uuid CONSTRAINT destruction_wipe_once PRIMARY KEY REFERENCES record,
        destruction_id uuid NOT NULL,
        wiped          text[] NOT NULL,
        kept           jsonb NOT NULL,
        recorded_at    timestamptz NOT NULL
      );
      -- The register, line by line as it is written outside, too; each line holds the hash of the one before.
      CREATE TABLE destruction_register (
        n              integer CONSTRAINT destruction_register_once PRIMARY KEY CHECK (n > 0),
        destruction_id uuid NOT NULL CONSTRAINT destruction_register_of UNIQUE,
        site_id        uuid NOT NULL,
        entry          text NOT NULL,
        hash           text NOT NULL CONSTRAINT destruction_register_hash CHECK (hash = encode(sha256(convert_to(entry, 'UTF8')), 'hex')),
        recorded_at    timestamptz NOT NULL
      );
    `);
    await this.grant(runner);
  }

  /** The act that destroys runs as a role of its own, by a function that looks at everything again (W4.4); the running role cannot. */
  private async grant(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    const [app, destroy] = [`${schema}_app`, `${schema}_destroy`];
    await runner.query(`
      REVOKE UPDATE, DELETE, TRUNCATE ON appraisal_item, appraiser, appraisal_opinion, record_term, destruction_item, destruction_witness, destruction_signature, destruction_wipe,
        destruction_register FROM ${app};
      REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON record_destruction, destroyed_part FROM ${app};
      REVOKE DELETE, TRUNCATE ON appraisal, destruction, witness_link FROM ${app};

      -- Null: for ever.
      CREATE FUNCTION kept_until_year(of uuid) RETURNS integer LANGUAGE sql STABLE SET search_path = ${schema} AS $$
        SELECT CASE WHEN t.record_id IS NOT NULL THEN t.kept_until_year WHEN r.retention = 'D10' THEN r.year + 10 WHEN r.retention = 'D30' THEN r.year + 30 END
        FROM record r LEFT JOIN LATERAL (SELECT * FROM record_term WHERE record_id = r.id ORDER BY n DESC LIMIT 1) t ON true WHERE r.id = of
      $$;

      CREATE FUNCTION wipe_records(list uuid, records uuid[], at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $$
      BEGIN
        INSERT INTO record_destruction (record_id, destruction_id, happened_at) SELECT unnest(records), list, at;
        INSERT INTO destroyed_part (record_id, kind, position, attachment_id, name, media_type, sha256)
          SELECT record_id, 'file', position, attachment_id, name, media_type, sha256 FROM record_file WHERE record_id = ANY (records)
          UNION ALL SELECT record_id, kind, 0, NULL, NULL, NULL, sha256 FROM record_sheet WHERE record_id = ANY (records) AND kind <> 'card';
        DELETE FROM record_file WHERE record_id = ANY (records);
        DELETE FROM record_sheet WHERE record_id = ANY (records) AND kind <> 'card';
      END $$;

      CREATE FUNCTION destroy_listed(list uuid, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, platform, pg_temp AS $$
      DECLARE
        d destruction%ROWTYPE;
        hands uuid[];
        records uuid[];
      BEGIN
        SELECT * INTO d FROM destruction WHERE id = list;
        records := ARRAY(SELECT record_id FROM destruction_item WHERE destruction_id = list);
        hands := ARRAY[d.applied_by, d.applied_for, d.approved_by, d.approved_for];
        IF d.state IS DISTINCT FROM 'witnessed' OR d.approved_by IS NULL THEN RAISE 'destruction %: it is not approved and witnessed', list; END IF;
        IF (SELECT count(*) FROM destruction_signature WHERE destruction_id = list AND list_hash = d.list_hash AND (person_id IS NULL OR NOT person_id = ANY (array_remove(hands, NULL)))) <> 2
          THEN RAISE 'destruction %: two witnesses who neither applied nor approved have not signed', list; END IF;
        IF EXISTS (SELECT 1 FROM record_state s WHERE s.id = ANY (records) AND s.held)
          OR EXISTS (SELECT 1 FROM record_hold h WHERE h.record_id = ANY (records) GROUP BY h.record_id HAVING count(*) % 2 = 1) THEN RAISE 'destruction %: a record is on hold', list; END IF;
        IF EXISTS (SELECT 1 FROM unnest(records) r WHERE coalesce(kept_until_year(r) >= extract(year FROM platform.now() AT TIME ZONE 'Asia/Shanghai'), true))
          THEN RAISE 'destruction %: the retention of a record is not over', list; END IF;
        IF EXISTS (SELECT 1 FROM unnest(records) r WHERE (SELECT count(*) FILTER (WHERE o.verdict = 'destroy') < 2 OR count(*) FILTER (WHERE o.verdict = 'keep') > 0
            FROM record_listing l JOIN appraisal_opinion o ON o.appraisal_id = l.appraisal_id AND o.record_id = l.record_id WHERE l.record_id = r AND l.destruction_id = list))
          THEN RAISE 'destruction %: a record was not appraised by two', list; END IF;
        PERFORM wipe_records(list, records, at);
      END $$;

      GRANT SELECT ON record, record_state, record_hold, record_term, record_file, record_sheet, record_listing, appraisal_opinion, destruction, destruction_item, destruction_signature TO ${destroy};
      GRANT SELECT, INSERT ON record_destruction, destroyed_part TO ${destroy};
      GRANT DELETE ON record_file, record_sheet TO ${destroy};
      REVOKE ALL ON FUNCTION wipe_records(uuid, uuid[], timestamptz), destroy_listed(uuid, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION destroy_listed(uuid, timestamptz) TO ${app};
      -- To own a function its owner must be able to make it; afterwards it makes nothing.
      GRANT CREATE ON SCHEMA ${schema} TO ${destroy};
      ALTER FUNCTION wipe_records(uuid, uuid[], timestamptz) OWNER TO ${destroy};
      ALTER FUNCTION destroy_listed(uuid, timestamptz) OWNER TO ${destroy};
      REVOKE CREATE ON SCHEMA ${schema} FROM ${destroy};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    await runner.query(`
      SET LOCAL ROLE ${schema}_destroy;
      DROP FUNCTION destroy_listed(uuid, timestamptz), wipe_records(uuid, uuid[], timestamptz);
      RESET ROLE;
      DROP FUNCTION kept_until_year(uuid);
      DROP TABLE destruction_register, destruction_wipe, destroyed_part, record_destruction, destruction_signature, witness_link, destruction_witness, record_listing, destruction_item, destruction,
        record_term, appraisal_opinion, appraiser, appraisal_item, appraisal;
      DROP SEQUENCE destruction_number, appraisal_number;
    `);
  }
}
