import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CustomerFigures1764360000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- On which site a complaint or suggestion is counted. From whom it is hidden stands in object_shield.
      CREATE TABLE case_site (case_id uuid PRIMARY KEY, site_id uuid NOT NULL);

      -- Own copies of who could be reached: homes, who lives where from when until when, and who can sign in. Ids alone.
      CREATE TABLE home (
        home_id       uuid PRIMARY KEY,
        site_id       uuid NOT NULL,
        building_id   uuid,
        entrance_id   uuid,
        registered_at timestamptz NOT NULL
      );
      CREATE INDEX home_site ON home (site_id);
      CREATE TABLE home_tie (
        tie_id    uuid PRIMARY KEY,
        person_id uuid NOT NULL,
        home_id   uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at   timestamptz
      );
      CREATE INDEX home_tie_home ON home_tie (home_id);
      -- Opened and closed may come in either order.
      CREATE TABLE account_span (account_id uuid PRIMARY KEY, person_id uuid NOT NULL, opened_at timestamptz, closed_at timestamptz);
      CREATE INDEX account_span_person ON account_span (person_id);

      -- What happened to a notice from its release on, and to the tasks it brought: facts without the words.
      CREATE TABLE notice_entry (
        event_id     uuid PRIMARY KEY,
        notice_id    uuid NOT NULL,
        aggregate_id uuid NOT NULL,
        site_id      uuid NOT NULL,
        type         text NOT NULL,
        happened_at  timestamptz NOT NULL,
        data         jsonb NOT NULL
      );
      CREATE INDEX notice_entry_notice ON notice_entry (notice_id);
      CREATE INDEX notice_entry_released ON notice_entry (happened_at) WHERE type = 'notifications.notice-released.v1';

      -- Figures begin with what began in their period.
      CREATE INDEX case_entry_recorded ON case_entry (happened_at) WHERE type = 'reception.contact-recorded.v1';
      CREATE INDEX case_timeline_entry_recorded ON case_timeline_entry (happened_at)
        WHERE type IN ('complaints.complaint-recorded.v1', 'complaints.suggestion-recorded.v1');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX case_timeline_entry_recorded, case_entry_recorded;
      DROP TABLE notice_entry, account_span, home_tie, home, case_site;
    `);
  }
}
