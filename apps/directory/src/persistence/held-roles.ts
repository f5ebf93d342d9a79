import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import { systemActor, type Actor } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { In } from 'typeorm';
import { endOf } from '../domain/span';
import { record } from '../events';
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

  /** Whoever leaves is nothing here any more (G6): what they hold ends now, what was to begin is off. */
  async endOfLeaver(tx: Transaction, actor: Actor, personId: string): Promise<void> {
    await this.endEach(tx, actor, `SELECT g.id FROM role_grant g WHERE g.person_id = $2 AND ${lasting}`, personId);
  }

  /** Of those whose last account was closed before this ended their roles: what they were given until then. */
  async endOfEarlierLeavers(tx: Transaction): Promise<void> {
    const given = `SELECT g.id FROM role_grant g JOIN ledger l ON l.aggregate_id = g.id AND l.aggregate_version = 1
      WHERE ${lasting} AND l.happened_at <= ${leftAt('g.person_id')}`;
    await tx.query(`SELECT 1 FROM person WHERE id IN (SELECT person_id FROM role_grant WHERE id IN (${given})) ORDER BY id FOR NO KEY UPDATE`, [tx.now]);
    await this.endEach(tx, systemActor, given);
  }

  /** @param ids statement of which $1 is now, and the others are `params` */
  private async endEach(tx: Transaction, actor: Actor, ids: string, ...params: string[]): Promise<void> {
    const rows = await tx.query<{ id: string }>(ids, [tx.now, ...params]);
    const held = await tx.manager.find(RoleHeld, { where: { id: In(rows.map(({ id }) => id)) }, order: { id: 'ASC' } });
    for (const each of held) await this.end(tx, actor, 'directory.closeAccount', each, endOf(each, undefined, tx.now));
  }
}

const lasting = '(g.ends_at IS NULL OR g.ends_at > greatest(g.starts_at, $1))';
