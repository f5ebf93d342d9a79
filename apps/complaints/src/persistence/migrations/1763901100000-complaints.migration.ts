import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Complaints1763901100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Parts of human numbers; they never restart and may have gaps.
      CREATE SEQUENCE complaint_number START 10001;
      CREATE SEQUENCE suggestion_number START 10001;

      CREATE TABLE complaint (
        id                    uuid PRIMARY KEY,
        number                text NOT NULL CONSTRAINT complaint_number_taken UNIQUE,
        site_id               uuid NOT NULL,
        version               integer NOT NULL,
        round                 integer NOT NULL CHECK (round > 0),
        level                 integer NOT NULL CHECK (level BETWEEN 0 AND 3),
        state                 text NOT NULL,
        kind                  text NOT NULL,
        channel               text NOT NULL,
        words                 text NOT NULL,
        injury_or_safety      boolean NOT NULL,
        major_because         text[] NOT NULL,
        major_reason          text,
        about_person_ids      uuid[] NOT NULL,
        about_crew_ids        uuid[] NOT NULL,
        about_director        boolean NOT NULL,
        hotline_number        text,
        hotline_deadline      timestamptz,
        due_at                timestamptz NOT NULL,
        handler_id            uuid,
        handler_ids           uuid[] NOT NULL,
        attachment_ids        uuid[] NOT NULL,
        evidence_ids          uuid[] NOT NULL,
        findings              text,
        decision              text CHECK (decision IN ('ours', 'partly-ours', 'not-ours', 'unfounded')),
        decision_reason       text,
        decided_by            uuid,
        decided_at            timestamptz,
        apology               text,
        promised_at           timestamptz,
        explanation           text,
        help_given            text,
        unlawful              boolean NOT NULL,
        unlawful_stopped      text,
        unlawful_record       text,
        authority             text,
        authority_reference   text,
        reported_at           timestamptz,
        result                text,
        feedback_how          text,
        feedback_words        text,
        feedback_at           timestamptz,
        answer                text CHECK (answer IN ('accepted', 'no-answer', 'dissent')),
        answer_words          text,
        closed_at             timestamptz,
        extension_until       timestamptz,
        extension_reason      text,
        extension_asked_by    uuid,
        extension_approved_by uuid,
        extension_told_at     timestamptz,
        extension_told_how    text,
        happened_at           timestamptz NOT NULL,
        last_happened_at      timestamptz NOT NULL,
        recorded_at           timestamptz NOT NULL,
        changed_at            timestamptz NOT NULL,
        -- No state is reached without its branch's fields (W2.3): the rule is domain/branch.ts, a spec compares the two.
        CONSTRAINT complaint_branch CHECK (
          state NOT IN ('decided', 'handling', 'awaiting-feedback', 'closed') OR (
            findings IS NOT NULL AND decision IS NOT NULL AND (
              state = 'decided' OR (CASE decision
                WHEN 'ours' THEN apology IS NOT NULL AND promised_at IS NOT NULL
                WHEN 'partly-ours' THEN apology IS NOT NULL AND promised_at IS NOT NULL AND explanation IS NOT NULL
                WHEN 'not-ours' THEN explanation IS NOT NULL AND help_given IS NOT NULL
                ELSE explanation IS NOT NULL END
              AND (NOT unlawful OR (unlawful_stopped IS NOT NULL AND unlawful_record IS NOT NULL AND authority IS NOT NULL AND reported_at IS NOT NULL))
              AND (state = 'handling' OR decision NOT IN ('ours', 'partly-ours') OR result IS NOT NULL)
              AND (state <> 'closed' OR (feedback_how IS NOT NULL AND feedback_words IS NOT NULL AND feedback_at IS NOT NULL AND answer IS NOT NULL)))))),
        CONSTRAINT complaint_handler_not_about CHECK (handler_id IS NULL OR NOT handler_id = ANY (about_person_ids)),
        CONSTRAINT complaint_extension_by_another CHECK (extension_approved_by IS NULL OR extension_approved_by <> extension_asked_by),
        CONSTRAINT complaint_extension_approved CHECK (extension_told_at IS NULL OR extension_approved_by IS NOT NULL),
        CONSTRAINT complaint_hotline CHECK (channel <> 'hotline' OR (hotline_number IS NOT NULL AND due_at < hotline_deadline))
      );
      CREATE INDEX complaint_newest ON complaint (recorded_at DESC, id DESC);
      CREATE INDEX complaint_site ON complaint (site_id, recorded_at DESC, id DESC);
      CREATE INDEX complaint_about ON complaint USING gin (about_person_ids);

      -- Who complains: ids here and in no event; name and phone given at the desk are encrypted.
      CREATE TABLE complainant (
        id             uuid PRIMARY KEY,
        complaint_id   uuid NOT NULL REFERENCES complaint,
        person_id      uuid,
        home_id        uuid,
        contact_cipher text,
        words          text,
        joined_at      timestamptz NOT NULL,
        CONSTRAINT complainant_once UNIQUE (complaint_id, person_id)
      );
      CREATE INDEX complainant_person ON complainant (person_id);

      -- A dispute begins a round of its own; what was said in the former one stays to be read (G3).
      CREATE TABLE past_round (
        complaint_id uuid NOT NULL REFERENCES complaint,
        round        integer NOT NULL,
        level        integer NOT NULL,
        handler_id   uuid,
        fields       jsonb NOT NULL,
        PRIMARY KEY (complaint_id, round)
      );

      CREATE TABLE complaint_task (
        id           uuid PRIMARY KEY,
        complaint_id uuid NOT NULL REFERENCES complaint,
        what         text NOT NULL,
        owner_id     uuid NOT NULL,
        due_at       timestamptz NOT NULL,
        finished_at  timestamptz,
        finished_by  uuid,
        done         text
      );
      CREATE INDEX complaint_task_of ON complaint_task (complaint_id);

      CREATE TABLE linked_repair (
        complaint_id      uuid NOT NULL REFERENCES complaint,
        repair_request_id uuid NOT NULL,
        PRIMARY KEY (complaint_id, repair_request_id)
      );
      CREATE INDEX linked_repair_request ON linked_repair (repair_request_id);

      CREATE TABLE case_search (
        case_id uuid PRIMARY KEY,
        text    text NOT NULL,
        words   text[] NOT NULL
      );
      CREATE INDEX case_search_text ON case_search USING gin (text gin_trgm_ops);
      CREATE INDEX case_search_words ON case_search USING gin (words);

      CREATE TABLE suggestion (
        id               uuid PRIMARY KEY,
        number           text NOT NULL CONSTRAINT suggestion_number_taken UNIQUE,
        site_id          uuid NOT NULL,
        version          integer NOT NULL,
        state            text NOT NULL,
        words            text NOT NULL,
        made_by          uuid,
        contact_cipher   text,
        attachment_ids   uuid[] NOT NULL,
        opinion          text,
        reviewed_by      uuid,
        adopted          boolean,
        plan             text,
        owner_id         uuid,
        due_at           timestamptz,
        decline_reason   text,
        answer_how       text,
        answer           text,
        outcome          text,
        happened_at      timestamptz NOT NULL,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        -- Adopted with plan and owner, or declined with a reason, then answered (W2.3).
        CONSTRAINT suggestion_branch CHECK (
          (adopted IS NOT TRUE OR (plan IS NOT NULL AND owner_id IS NOT NULL AND due_at IS NOT NULL))
          AND (adopted IS NOT FALSE OR decline_reason IS NOT NULL)
          AND (state NOT IN ('answered', 'carried-out') OR (adopted IS NOT NULL AND answer IS NOT NULL AND answer_how IS NOT NULL))
          AND (state <> 'carried-out' OR (adopted AND outcome IS NOT NULL)))
      );
      CREATE INDEX suggestion_newest ON suggestion (recorded_at DESC, id DESC);
      CREATE INDEX suggestion_site ON suggestion (site_id, recorded_at DESC, id DESC);

      -- Why an act was entered late (G2): free text, so in no event.
      CREATE TABLE late_reason (
        case_id uuid NOT NULL,
        version integer NOT NULL,
        reason  text NOT NULL,
        PRIMARY KEY (case_id, version)
      );

      -- What complainants are to be told. No event names them: a sender tells notifications, once for each key.
      CREATE TABLE complainant_notice (
        id           uuid PRIMARY KEY,
        business_key text NOT NULL CONSTRAINT complainant_notice_once UNIQUE,
        person_id    uuid NOT NULL,
        site_id      uuid NOT NULL,
        kind         text NOT NULL,
        subject_type text NOT NULL,
        case_id      uuid NOT NULL,
        number       text NOT NULL,
        occasion     text NOT NULL,
        happened_at  timestamptz NOT NULL,
        told_at      timestamptz,
        attempts     integer NOT NULL DEFAULT 0,
        next_try_at  timestamptz NOT NULL,
        leased_until timestamptz
      );
      CREATE INDEX complainant_notice_waiting ON complainant_notice (next_try_at) WHERE told_at IS NULL;

      -- Own copies of the directory and of tickets: ids and facts.
      CREATE TABLE place (
        id      uuid PRIMARY KEY,
        site_id uuid NOT NULL,
        kind    text NOT NULL
      );
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
      CREATE TABLE crew (
        id      uuid PRIMARY KEY,
        site_id uuid NOT NULL
      );
      CREATE TABLE crew_member (
        membership_id uuid PRIMARY KEY,
        crew_id       uuid NOT NULL,
        person_id     uuid NOT NULL,
        starts_at     timestamptz NOT NULL,
        ends_at       timestamptz
      );
      CREATE INDEX crew_member_person ON crew_member (person_id);
      CREATE TABLE superior (
        line_id     uuid PRIMARY KEY,
        person_id   uuid NOT NULL,
        superior_id uuid NOT NULL,
        starts_at   timestamptz NOT NULL,
        ends_at     timestamptz
      );
      CREATE INDEX superior_person ON superior (person_id);
      CREATE TABLE known_repair (
        id       uuid PRIMARY KEY,
        site_id  uuid NOT NULL,
        version  integer NOT NULL,
        finished boolean NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE known_repair, superior, crew_member, crew, role_held, place, complainant_notice, late_reason, suggestion, case_search, linked_repair,
        complaint_task, past_round, complainant, complaint;
      DROP SEQUENCE suggestion_number, complaint_number`);
  }
}
