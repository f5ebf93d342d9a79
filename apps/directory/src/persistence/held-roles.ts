import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import { systemActor, type Actor } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { In } from 'typeorm';
import { endOf } from '../domain/span';
import { record } from '../events';
import { Delegation } from './delegation.entity';
import { auditOfRole, RoleHeld } from './role-held.entity';
import { leftAt } from './who-left';

/** Roles of a person as they end: the row, its event and the audit entry, always together. The caller holds the person's lock. */
@Injectable()
export class HeldRoles {
  constructor(
    private readonly ledger: Ledger,
    private readonly audit: Audit,
  ) {}

  async end(tx: Transaction, actor: Actor, operation: 'directory.endRole' | 'directory.closeAccount', held: RoleHeld, until: Date): Promise<void> {
    held.until = until;
    held.version += 1;
    await tx.manager.update(RoleHeld, { id: held.id }, held);
    record(this.ledger, tx, actor, { kind: 'role-ended', held });
    this.audit.record(tx, auditOfRole(actor, operation, held));
  }

  /**
   * Whoever leaves is nothing here any more (G6): what they hold ends now, what was to begin is off. Nobody acts for them either, or what
   * waits for them would go to a deputy who has no right left to lend, instead of to their superior.
   */
  async endOfLeaver(tx: Transaction, actor: Actor, personId: string): Promise<void> {
    await this.endEach(tx, actor, `SELECT g.id FROM role_grant g WHERE g.person_id = $2 AND ${lasting('g')}`, personId);
    await this.endDelegations(tx, actor, `SELECT d.id FROM delegation d WHERE d.person_id = $2 AND ${lasting('d')}`, personId);
  }

  /** Those whose last account was closed before this ended their roles, and who still hold what they were given until then; locked. @param after the id of the last one, and so many at most: left out, all */
  async earlierLeavers(tx: Transaction, after: string | null = null, atMost: number | null = null): Promise<Array<{ id: string }>> {
    const theirs = (table: GivenIn) => `SELECT person_id FROM ${table} WHERE id IN (${givenBefore(table)})`;
    return tx.query<{ id: string }>(
      `SELECT id FROM person WHERE ($2::uuid IS NULL OR id > $2) AND id IN (${theirs('role_grant')} UNION ${theirs('delegation')}) ORDER BY id LIMIT $3 FOR NO KEY UPDATE`,
      [tx.now, after, atMost],
    );
  }

  /** One of those, who is locked. */
  async endOfEarlierLeaver(tx: Transaction, personId: string): Promise<void> {
    await this.endEach(tx, systemActor, `${givenBefore('role_grant')} AND g.person_id = $2`, personId);
    await this.endDelegations(tx, systemActor, `${givenBefore('delegation')} AND g.person_id = $2`, personId);
  }

  /** @param ids statement of which $1 is now, and the others are `params` */
  private async endEach(tx: Transaction, actor: Actor, ids: string, ...params: string[]): Promise<void> {
    const rows = await tx.query<{ id: string }>(ids, [tx.now, ...params]);
    const held = await tx.manager.find(RoleHeld, { where: { id: In(rows.map(({ id }) => id)) }, order: { id: 'ASC' } });
    for (const each of held) await this.end(tx, actor, 'directory.closeAccount', each, endOf(each, undefined, tx.now));
  }

  /** @param ids as of `endEach` */
  private async endDelegations(tx: Transaction, actor: Actor, ids: string, ...params: string[]): Promise<void> {
    const rows = await tx.query<{ id: string; siteId: string | null }>(
      `SELECT e.id, p.site_id AS "siteId" FROM delegation e JOIN person p ON p.id = e.person_id WHERE e.id IN (${ids}) ORDER BY e.id`,
      [tx.now, ...params],
    );
    for (const { id, siteId } of rows) {
      const delegation = await tx.manager.findOneByOrFail(Delegation, { id });
      delegation.until = endOf(delegation, undefined, tx.now);
      delegation.version += 1;
      await tx.manager.update(Delegation, { id }, delegation);
      record(this.ledger, tx, actor, { kind: 'delegation-ended', delegation, siteId });
    }
  }
}

/** SQL, $1 being now: it goes on, or is to begin. What was called off before it began ends as it would have begun. */
const lasting = (row: string): string => `(${row}.ends_at IS NULL OR ${row}.ends_at > greatest(${row}.starts_at, $1))`;

type GivenIn = 'role_grant' | 'delegation';

/** SQL, $1 being now: what goes on and was given before its holder left. */
const givenBefore = (table: GivenIn): string => `SELECT g.id FROM ${table} g JOIN ledger l ON l.aggregate_id = g.id AND l.aggregate_version = 1
  WHERE ${lasting('g')} AND l.happened_at <= ${leftAt('g.person_id')}`;
