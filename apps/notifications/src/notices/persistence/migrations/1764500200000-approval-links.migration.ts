import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second person from elsewhere decides by a single-use link (G1). */
export class ApprovalLinks1764500200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE approval_link (
        id           uuid PRIMARY KEY,
        notice_id    uuid NOT NULL REFERENCES notice,
        site_id      uuid NOT NULL,
        -- On what: a text by its hash, in one round of submission.
        round        integer NOT NULL,
        content_hash text NOT NULL,
        -- A keyed hash; the secret itself is shown once and kept nowhere.
        token_hash   text NOT NULL CONSTRAINT approval_link_token UNIQUE,
        name_cipher  text NOT NULL,
        body         text NOT NULL CHECK (body IN ('other-site', 'company', 'owners-committee')),
        sent_by      text NOT NULL CHECK (sent_by IN ('sms', 'email', 'chat', 'paper')),
        issued_by    uuid NOT NULL,
        issued_at    timestamptz NOT NULL,
        expires_at   timestamptz NOT NULL,
        state        text NOT NULL CHECK (state IN ('open', 'used', 'revoked')),
        outcome      text CHECK (outcome IN ('approved', 'returned')),
        decided_at   timestamptz,
        CONSTRAINT approval_link_used CHECK ((state = 'used') = (outcome IS NOT NULL) AND (state = 'used') = (decided_at IS NOT NULL))
      );
      CREATE INDEX approval_link_notice ON approval_link (notice_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE approval_link');
  }
}
