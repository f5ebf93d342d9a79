import { frozenRulesOf } from '@property-office/deadlines';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const names = new Set(['archive-month']);

/** The monthly reconciliation of each site by source, and the monthly register of repairs (W4.5). */
export class Reconciliation1766430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The first month that is reconciled: the one in which a site begins; of a site that was there before, the last that was over.
      ALTER TABLE fonds ADD COLUMN reconciled_from date NOT NULL DEFAULT date_trunc('month', platform.now() AT TIME ZONE 'Asia/Shanghai')::date;
      UPDATE fonds SET reconciled_from = reconciled_from - interval '1 month';

      -- The first rule of a source that sites before did not have.
      INSERT INTO intake_rule (site_id, source, version, category, office, retention, legal_basis, basis_rank, set_by, recorded_at)
        SELECT site_id, 'repair-register', 1, 'WY', 'GCB', 'D30', '公司文件材料归档范围和档案保管期限表', 'company', NULL, platform.now() FROM fonds ON CONFLICT DO NOTHING;

      CREATE TABLE archive_month (
        id               uuid PRIMARY KEY,
        site_id          uuid NOT NULL,
        month            text NOT NULL CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
        from_at          timestamptz NOT NULL,
        to_at            timestamptz NOT NULL,
        version          integer NOT NULL,
        state            text NOT NULL,
        episode          integer NOT NULL,
        told_at          timestamptz,
        -- When the sources are asked next, and until when somebody asks them.
        ask_at           timestamptz NOT NULL DEFAULT platform.now(),
        leased_until     timestamptz,
        closed_by        uuid,
        closed_for       uuid,
        closed_at        timestamptz,
        closed_figures   jsonb,
        remarks          text,
        reopened_at      timestamptz,
        reopened_because text,
        last_happened_at timestamptz NOT NULL,
        recorded_at      timestamptz NOT NULL,
        changed_at       timestamptz NOT NULL,
        CONSTRAINT archive_month_once UNIQUE (site_id, month),
        CONSTRAINT archive_month_closed CHECK (state <> 'closed' OR (closed_by IS NOT NULL AND closed_at IS NOT NULL AND closed_figures IS NOT NULL)),
        CONSTRAINT archive_month_counted CHECK (state = 'counting' OR told_at IS NOT NULL)
      );
      CREATE INDEX archive_month_newest ON archive_month (site_id, recorded_at DESC, id DESC);
      CREATE INDEX archive_month_ask ON archive_month (ask_at);

      -- What each source says it has of the month: all of it anew each time it is asked.
      CREATE TABLE month_event (
        event_id      uuid PRIMARY KEY,
        month_id      uuid NOT NULL REFERENCES archive_month,
        source_type   text NOT NULL,
        source_id     uuid NOT NULL,
        source_number text NOT NULL,
        happened_at   timestamptz NOT NULL
      );
      CREATE INDEX month_event_month ON month_event (month_id);
      CREATE INDEX record_proposal_happened ON record_proposal (site_id, happened_at);

      -- Why a difference is one; it holds for as long as the case stands as it did.
      CREATE TABLE month_reason (
        id          uuid PRIMARY KEY,
        month_id    uuid NOT NULL REFERENCES archive_month,
        event_id    uuid NOT NULL,
        standing    text NOT NULL,
        reason      text NOT NULL,
        given_by    uuid NOT NULL,
        given_for   uuid,
        happened_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX month_reason_month ON month_reason (month_id, event_id);

      CREATE TABLE repair_register (
        id       uuid PRIMARY KEY,
        site_id  uuid NOT NULL,
        month_id uuid NOT NULL CONSTRAINT repair_register_once UNIQUE REFERENCES archive_month,
        month    text NOT NULL,
        event_id uuid NOT NULL,
        text     text NOT NULL,
        pages    integer NOT NULL CHECK (pages > 0),
        made_at  timestamptz NOT NULL
      );
      CREATE TABLE repair_register_line (
        register_id uuid NOT NULL REFERENCES repair_register,
        n           integer NOT NULL,
        -- What was done stands in one register, also where it was entered late.
        event_id    uuid NOT NULL CONSTRAINT repair_register_line_once UNIQUE,
        number      text NOT NULL,
        episode     integer NOT NULL,
        place       text NOT NULL,
        category    text NOT NULL,
        result      text NOT NULL,
        reported_at timestamptz NOT NULL,
        done_at     timestamptz NOT NULL,
        closed_at   timestamptz,
        CONSTRAINT repair_register_line_place PRIMARY KEY (register_id, n)
      );

      DO $$ BEGIN
        EXECUTE format('REVOKE DELETE, TRUNCATE ON archive_month FROM %I', current_schema() || '_app');
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON month_reason, repair_register, repair_register_line FROM %I', current_schema() || '_app');
      END $$;
    `);
    for (const rule of frozenRulesOf(...names))
      await runner.query(
        'INSERT INTO office_rule (id, kind, site_id, content, source, effective_from, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING',
        [rule.id, rule.kind, rule.siteId, JSON.stringify(rule.content), JSON.stringify(rule.source), rule.effectiveFrom, rule.recordedAt],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM office_rule WHERE content ->> 'class' = ANY ($1)`, [[...names]]);
    await runner.query(`DROP TABLE repair_register_line, repair_register, month_reason, month_event, archive_month; DROP INDEX record_proposal_happened;
      ALTER TABLE fonds DROP COLUMN reconciled_from; DELETE FROM intake_rule WHERE source = 'repair-register'`);
  }
}
