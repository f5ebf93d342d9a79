import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WorkOrders1763900300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Part of a human number; it never restarts and may have gaps (architecture.md, Data).
      CREATE SEQUENCE work_order_number START 10001;
      -- Who was sent last; only its order means something.
      CREATE SEQUENCE dispatch_turn;

      -- Own copies of the directory's facts, without personal data.
      CREATE TABLE place (
        id       uuid PRIMARY KEY,
        site_id  uuid NOT NULL,
        building_id uuid,
        label    text NOT NULL,
        label_en text NOT NULL
      );
      CREATE TABLE crew (
        id      uuid PRIMARY KEY,
        site_id uuid NOT NULL,
        kind    text NOT NULL CHECK (kind IN ('crew', 'contractor')),
        name_zh text NOT NULL,
        name_en text,
        skills  text[] NOT NULL
      );
      CREATE INDEX crew_site ON crew (site_id);
      CREATE TABLE crew_member (
        membership_id uuid PRIMARY KEY,
        crew_id    uuid NOT NULL,
        person_id  uuid NOT NULL,
        lead       boolean NOT NULL,
        from_at    timestamptz NOT NULL,
        until_at   timestamptz
      );
      CREATE INDEX crew_member_crew ON crew_member (crew_id);
      CREATE INDEX crew_member_person ON crew_member (person_id);

      -- How much a crew should have at most, for each member: a default, and what a site sets instead (Q1).
      CREATE TABLE crew_cap (
        site_id         uuid PRIMARY KEY,
        jobs_per_member integer NOT NULL CHECK (jobs_per_member > 0),
        source          text NOT NULL,
        effective_from  timestamptz NOT NULL
      );

      -- Everything done to the orders of an episode is done while this row is locked.
      CREATE TABLE episode (
        repair_request_id uuid NOT NULL,
        episode           integer NOT NULL CHECK (episode > 0),
        state             text NOT NULL CHECK (state IN ('unheard', 'open', 'cancelled')),
        cancel_reason     text,
        PRIMARY KEY (repair_request_id, episode)
      );

      CREATE TABLE work_order (
        id                uuid PRIMARY KEY,
        number            text NOT NULL CONSTRAINT work_order_number_once UNIQUE,
        site_id           uuid NOT NULL,
        version           integer NOT NULL,
        repair_request_id uuid NOT NULL,
        repair_number     text NOT NULL,
        episode           integer NOT NULL,
        first             boolean NOT NULL,
        state             text NOT NULL,
        mode              text NOT NULL,
        skill             text NOT NULL,
        repair_class      text NOT NULL,
        category          text NOT NULL,
        location_kind     text NOT NULL,
        location_id       uuid NOT NULL,
        description       text NOT NULL,
        reason            text,
        preferred_from    timestamptz,
        preferred_to      timestamptz,
        crew_id           uuid,
        technician_id     uuid,
        offered_to        uuid[] NOT NULL,
        declined_by       uuid[] NOT NULL,
        choice            jsonb,
        turn              bigint,
        pause_reason      text,
        pause_note        text,
        review_at         timestamptz,
        work_done         text,
        materials         jsonb NOT NULL,
        attachment_ids    uuid[] NOT NULL,
        helper_ids        uuid[] NOT NULL,
        happened_at       timestamptz NOT NULL,
        last_happened_at  timestamptz NOT NULL,
        recorded_at       timestamptz NOT NULL,
        changed_at        timestamptz NOT NULL,
        -- No order without an episode (I3).
        FOREIGN KEY (repair_request_id, episode) REFERENCES episode
      );
      -- Exactly one first order for each episode (I3).
      CREATE UNIQUE INDEX work_order_first ON work_order (repair_request_id, episode) WHERE first;
      CREATE INDEX work_order_episode ON work_order (repair_request_id, episode);
      CREATE INDEX work_order_newest ON work_order (recorded_at DESC, id DESC);
      CREATE INDEX work_order_site ON work_order (site_id, recorded_at DESC, id DESC);
      CREATE INDEX work_order_crew ON work_order (crew_id, recorded_at DESC, id DESC);
      CREATE INDEX work_order_load ON work_order (crew_id) WHERE state NOT IN ('finished', 'withdrawn');
      CREATE INDEX work_order_turn ON work_order (crew_id, turn DESC) WHERE turn IS NOT NULL;

      -- The aggregate of each crew's feed: only its version changes.
      CREATE TABLE crew_feed (
        crew_id uuid PRIMARY KEY,
        version integer NOT NULL
      );
    `);
    await runner.query(
      `INSERT INTO crew_cap (site_id, jobs_per_member, source, effective_from) VALUES ('00000000-0000-7000-8000-000000000001', 8, 'initial proposal', platform.now())`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE crew_feed, work_order, episode, crew_cap, crew_member, crew, place; DROP SEQUENCE work_order_number, dispatch_turn');
  }
}
