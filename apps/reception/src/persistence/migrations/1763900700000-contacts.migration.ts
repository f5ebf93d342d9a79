import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Contacts1763900700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Part of a human number; it never restarts and may have gaps (architecture.md, Data).
      CREATE SEQUENCE contact_number START 10001;

      CREATE TABLE contact (
        id                      uuid PRIMARY KEY,
        number                  text NOT NULL CONSTRAINT contact_number_once UNIQUE,
        site_id                 uuid NOT NULL,
        version                 integer NOT NULL,
        state                   text NOT NULL,
        channel                 text NOT NULL,
        owner_id                uuid NOT NULL,
        person_id               uuid,
        home_id                 uuid,
        caller_cipher           text,
        phone_index             text,
        own_words               text NOT NULL,
        summary                 text,
        read_back               boolean NOT NULL,
        attachment_ids          uuid[] NOT NULL,
        hand_overs              integer NOT NULL,
        offered_to              uuid,
        offered_role            text,
        offered_at              timestamptz,
        offer_note              text,
        heated                  boolean NOT NULL,
        answer                  text,
        standard_answer_id      uuid,
        standard_answer_version integer,
        guided_to               text,
        converted_to            text,
        converted_id            uuid,
        search_text             text NOT NULL,
        search_words            text[] NOT NULL,
        happened_at             timestamptz NOT NULL,
        last_happened_at        timestamptz NOT NULL,
        recorded_at             timestamptz NOT NULL,
        changed_at              timestamptz NOT NULL,
        CONSTRAINT contact_offer CHECK ((state = 'offered') = (offered_at IS NOT NULL)
          AND (offered_at IS NULL OR (offered_to IS NULL) <> (offered_role IS NULL))),
        CONSTRAINT contact_ending CHECK (
          (state = 'answered') = (answer IS NOT NULL)
          AND (state = 'guided-elsewhere') = (guided_to IS NOT NULL)
          AND (state = 'converted') = (converted_to IS NOT NULL AND converted_id IS NOT NULL)),
        -- A conversion exists once.
        CONSTRAINT contact_conversion UNIQUE (converted_id)
      );
      CREATE INDEX contact_newest ON contact (recorded_at DESC, id DESC);
      CREATE INDEX contact_site ON contact (site_id, recorded_at DESC, id DESC);
      CREATE INDEX contact_owner_open ON contact (owner_id, recorded_at DESC) WHERE state IN ('open', 'offered');
      CREATE INDEX contact_person ON contact (person_id, recorded_at DESC) WHERE person_id IS NOT NULL;
      CREATE INDEX contact_phone ON contact (phone_index) WHERE phone_index IS NOT NULL;
      CREATE INDEX contact_text ON contact USING gin (search_text gin_trgm_ops);
      CREATE INDEX contact_words ON contact USING gin (search_words);

      -- Who answered for a contact, from when until when: one after the other, without a gap, the last without an end.
      CREATE TABLE contact_owner (
        contact_id uuid NOT NULL REFERENCES contact,
        n          integer NOT NULL CHECK (n > 0),
        owner_id   uuid NOT NULL,
        starts_at  timestamptz NOT NULL,
        ends_at    timestamptz CHECK (ends_at >= starts_at),
        PRIMARY KEY (contact_id, n)
      );
      CREATE UNIQUE INDEX contact_owner_now ON contact_owner (contact_id) WHERE ends_at IS NULL;

      -- The chain of hand-overs, answered or not.
      CREATE TABLE hand_over (
        contact_id    uuid NOT NULL REFERENCES contact,
        n             integer NOT NULL CHECK (n > 0),
        offered_by    uuid NOT NULL,
        from_person   uuid NOT NULL,
        to_person     uuid,
        to_role       text,
        heated        boolean NOT NULL,
        note          text,
        offered_at    timestamptz NOT NULL,
        outcome       text CHECK (outcome IN ('accepted', 'returned', 'replaced', 'lapsed')),
        decided_by    uuid,
        decided_at    timestamptz,
        return_reason text,
        PRIMARY KEY (contact_id, n),
        CHECK ((to_person IS NULL) <> (to_role IS NULL)),
        CHECK ((outcome IS NULL) = (decided_at IS NULL))
      );
      CREATE UNIQUE INDEX hand_over_open ON hand_over (contact_id) WHERE outcome IS NULL;

      -- What a contact became, as its owner numbered it: known once its event was heard.
      CREATE TABLE converted_object (
        object_id uuid PRIMARY KEY,
        number    text NOT NULL
      );

      -- Own copy of the directory's places.
      CREATE TABLE place (
        id        uuid PRIMARY KEY,
        site_id   uuid NOT NULL,
        kind      text NOT NULL,
        label     text NOT NULL,
        label_en  text NOT NULL,
        time_zone text
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE place, converted_object, hand_over, contact_owner, contact; DROP SEQUENCE contact_number');
  }
}
