import { Controller, Get, Header } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { InternalClient } from '@property-office/backbone';
import { readCallerPath, type ContactCaller, type Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { ComplainantContactView } from '../complaint-detail.view';
import type { Complainant } from '../../persistence/complainants';
import { ReadComplainantsHandler } from './read-complainants.handler';

export class ComplainantView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  personId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  homeId!: string | null;

  @ApiProperty({ type: ComplainantContactView, nullable: true })
  contact!: ComplainantContactView | null;

  @ApiProperty({ type: String, nullable: true })
  words!: string | null;
}

export class ComplainantList {
  @ApiProperty({ type: [ComplainantView] })
  items!: ComplainantView[];
}

@Controller('api/complaints')
export class ReadComplainantsController {
  constructor(
    private readonly database: Database,
    private readonly handler: ReadComplainantsHandler,
    private readonly client: InternalClient,
  ) {}

  @Get(':id/complainants')
  @Header('cache-control', 'no-store')
  @Operation('complaints.readComplainants', {
    summary: { zh: '查看投诉人', en: 'Show who complains' },
    description: { zh: '每次查看都会留下记录。', en: 'Each time is recorded.' },
    ok: 200,
    okBody: ComplainantList,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<ComplainantList> {
    const { items } = await this.database.transaction((tx) => this.handler.execute(tx, principal, id));
    return { items: await Promise.all(items.map((each) => this.complete(each))) };
  }

  /** Of a complaint that was converted from a contact: who called stays with reception, which writes the look down, too. */
  private async complete({ id, contactId, words, ...given }: Complainant): Promise<ComplainantView> {
    if (contactId === null) return { id, personId: given.personId, homeId: given.homeId, contact: given.contact, words };
    const asked = { contactId, purpose: 'complaints: who complains' };
    const { personId, homeId, name, phone } = await this.client.post<ContactCaller>('reception', readCallerPath, asked);
    const contact = name === null && phone === null ? null : { name: name ?? '', phone: phone ?? '' };
    // What reception has forgotten by now the case still knows: whose it is.
    return { id, personId: personId ?? given.personId, homeId: homeId ?? given.homeId, contact, words };
  }
}
