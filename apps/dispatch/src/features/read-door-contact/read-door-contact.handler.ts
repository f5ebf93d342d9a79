import { Injectable } from '@nestjs/common';
import { actingRole } from '@property-office/access';
import { Audit } from '@property-office/audit';
import { InternalClient } from '@property-office/backbone';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { dispatchErrors } from '../../domain/errors';
import { unfinishedStates } from '../../domain/work-order-states';
import { ReadWorkOrders } from '../../persistence/read-work-orders';

const operation = 'dispatch.readDoorContact';

interface Contacts {
  items: Array<{ personId: string; name: string; phone: string | null }>;
}

/** Name and number of who is called instead (W6.4): read from directory for one unfinished order, each look audited (G7). */
@Injectable()
export class ReadDoorContactHandler {
  constructor(
    private readonly database: Database,
    private readonly orders: ReadWorkOrders,
    private readonly services: InternalClient,
    private readonly audit: Audit,
  ) {}

  /** @throws unknown, doorContactMissing (404), unavailable (503) */
  async execute(principal: Principal, id: string): Promise<{ name: string; phone: string | null }> {
    const order = await this.orders.one(principal, id, operation);
    if (!order) throw dispatchErrors.unknown();
    const contactId = unfinishedStates.includes(order.state) ? order.door?.contactId : undefined;
    if (!contactId) throw dispatchErrors.doorContactMissing();
    const { items } = await this.services.post<Contacts>('directory', '/internal/people/contacts', {
      personIds: [contactId],
      purpose: `work order ${order.number}`,
    });
    const [contact] = items;
    if (!contact) throw dispatchErrors.doorContactMissing();
    await this.database.transaction(async (tx) =>
      this.audit.record(tx, {
        actor: { personId: principal.personId, role: actingRole(principal, operation, order.siteId) },
        operation,
        objectType: 'work-order',
        objectId: id,
        siteId: order.siteId,
        details: { fields: ['name', 'phone'] },
      }),
    );
    return { name: contact.name, phone: contact.phone };
  }
}
