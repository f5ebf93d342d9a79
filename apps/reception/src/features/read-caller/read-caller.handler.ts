import { Injectable } from '@nestjs/common';
import { actorFor } from '@property-office/access';
import { Audit } from '@property-office/audit';
import { systemActor, type ContactCaller, type Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { receptionErrors } from '../../domain/errors';
import { Callers } from '../../persistence/callers';
import { contactAccess } from '../../persistence/contact-access';

const operation = 'reception.readCaller';

interface Row {
  site_id: string;
  person_id: string | null;
  home_id: string | null;
  caller_cipher: string | null;
}

const columns = 'c.site_id, c.person_id, c.home_id, c.caller_cipher';

/** Who called, in full: each look is audited in the transaction that gives it (G7). */
@Injectable()
export class ReadCallerHandler {
  constructor(
    private readonly callers: Callers,
    private readonly audit: Audit,
  ) {}

  /** @throws contactUnknown (404) */
  async byPerson(tx: Transaction, principal: Principal, id: string): Promise<ContactCaller> {
    const access = contactAccess(principal, operation, 'act', 2);
    const [row] = await tx.query<Row & Record<string, unknown>>(`SELECT ${columns} FROM contact c WHERE c.id = $1 AND ${access.sql}`, [
      id,
      ...access.params,
    ]);
    if (!row) throw receptionErrors.contactUnknown();
    this.audit.record(tx, {
      actor: actorFor(principal, operation, row.site_id),
      operation,
      objectType: 'contact',
      objectId: id,
      siteId: row.site_id,
      details: { fields: ['name', 'phone'] },
    });
    return this.callerOf(row);
  }

  /** For a service that made something of the contact. Nobody knows a contact that is not: all null. */
  async byService(tx: Transaction, service: string, id: string, purpose: string): Promise<ContactCaller> {
    const [row] = await tx.query<Row & Record<string, unknown>>(`SELECT ${columns} FROM contact c WHERE c.id = $1`, [id]);
    if (!row) return { personId: null, homeId: null, name: null, phone: null };
    this.audit.record(tx, {
      actor: systemActor,
      operation,
      objectType: 'contact',
      objectId: id,
      siteId: row.site_id,
      details: { fields: ['person', 'name', 'phone'], service, purpose },
    });
    return this.callerOf(row);
  }

  private callerOf(row: Row): ContactCaller {
    return { personId: row.person_id, homeId: row.home_id, ...this.callers.open({ callerCipher: row.caller_cipher }) };
  }
}
