import { Injectable } from '@nestjs/common';
import { accessCondition, actorFor } from '@property-office/access';
import { Audit } from '@property-office/audit';
import type { Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { ticketErrors } from '../../domain/errors';
import type { RepairState } from '../../domain/repair-states';
import { Contacts, type Contact } from '../../persistence/contacts';

const operation = 'tickets.readContact';
/** A technician calls about work at hand, not about what is over. */
const atHand: readonly RepairState[] = ['assigned', 'in-progress', 'waiting'];

interface ContactRow {
  site_id: string;
  state: RepairState;
  contact_cipher: string | null;
  contact_id: string | null;
}

/** Whom to call, or the contact of reception where that is kept. */
export type FoundContact = Contact | { contactId: string };

/** Whom to call, in full: each look is audited in the transaction that gives it (G7). */
@Injectable()
export class ReadContactHandler {
  constructor(
    private readonly contacts: Contacts,
    private readonly audit: Audit,
  ) {}

  /** @throws unknown, contactMissing (404) */
  async execute(tx: Transaction, principal: Principal, id: string): Promise<FoundContact> {
    const access = accessCondition(principal, { operation, right: 'act', objectColumn: 'r.id', siteColumn: 'r.site_id', firstParam: 2 });
    const [row] = await tx.query<ContactRow>(
      `SELECT r.site_id, r.state, r.contact_cipher, r.contact_id FROM repair_request r WHERE r.id = $1 AND ${access.sql}`,
      [id, ...access.params],
    );
    if (!row) throw ticketErrors.unknown();
    const actor = actorFor(principal, operation, row.site_id);
    if (actor.role === 'technician' && !atHand.includes(row.state)) throw ticketErrors.unknown();
    const contact = this.contacts.open({ contactCipher: row.contact_cipher }) ?? (row.contact_id && { contactId: row.contact_id });
    if (!contact) throw ticketErrors.contactMissing();
    this.audit.record(tx, {
      actor,
      operation,
      objectType: 'repair-request',
      objectId: id,
      siteId: row.site_id,
      details: { fields: ['name', 'phone'] },
    });
    return contact;
  }
}
