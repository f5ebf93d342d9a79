import { Controller, Get, Header } from '@nestjs/common';
import { InternalClient } from '@property-office/backbone';
import { readCallerPath, type ContactCaller, type Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { RepairContactView } from '../repair-request.view';
import { ReadContactHandler } from './read-contact.handler';

@Controller('api/repair-requests')
export class ReadContactController {
  constructor(
    private readonly database: Database,
    private readonly handler: ReadContactHandler,
    private readonly client: InternalClient,
  ) {}

  @Get(':id/contact')
  @Header('cache-control', 'no-store')
  @Operation('tickets.readContact', {
    summary: { zh: '查看完整联系方式', en: 'Show the contact in full' },
    description: { zh: '每次查看都会留下记录。', en: 'Each time is recorded.' },
    ok: 200,
    okBody: RepairContactView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<RepairContactView> {
    const found = await this.database.transaction((tx) => this.handler.execute(tx, principal, id));
    return 'contactId' in found ? this.caller(found.contactId) : found;
  }

  /** A request that was converted from a contact: who called stays with reception, which writes the look down, too. */
  private async caller(contactId: string): Promise<RepairContactView> {
    const asked = { contactId, purpose: 'tickets: call back about a repair' };
    const { name, phone } = await this.client.post<ContactCaller>('reception', readCallerPath, asked);
    if (phone === null) throw ticketErrors.contactMissing();
    return { name: name ?? '', phone };
  }
}
