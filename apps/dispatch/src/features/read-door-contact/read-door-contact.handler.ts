import { Injectable } from '@nestjs/common';
import { actingRole } from '@property-office/access';
import { Audit } from '@property-office/audit';
import { PeopleContacts, type PersonContact } from '@property-office/backbone';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { dispatchErrors } from '../../domain/errors';
import { unfinishedStates } from '../../domain/work-order-states';
import { ReadWorkOrders } from '../../persistence/read-work-orders';

const operation = 'dispatch.readDoorContact';

/** Name and number of who is called instead (W6.4): read from directory for one unfinished order, each look audited (G7). */
@Injectable()
export class ReadDoorContactHandler {
  constructor(
    private readonly database: Database,
    private readonly orders: ReadWorkOrders,
    private readonly people: PeopleContacts,
    private readonly audit: Audit,
  ) {}

  /** @throws unknown, doorContactMissing (404), unavailable (503) */
  async execute(principal: Principal, id: string): Promise<PersonContact> {
    const order = await this.orders.one(principal, id, operation);
    if (!order) throw dispatchErrors.unknown();
    const contactId = unfinishedStates.includes(order.state) ? order.door?.contactId : undefined;
    if (!contactId) throw dispatchErrors.doorContactMissing();
    const contact = (await this.people.of([contactId], `work order ${order.number}`)).get(contactId);
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
    return contact;
  }
}
