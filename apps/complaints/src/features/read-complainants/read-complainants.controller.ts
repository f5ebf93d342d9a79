import { Controller, Get, Header } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { InternalClient } from '@property-office/backbone';
import { readCallerPath, type ContactCaller, type Principal } from '@property-office/contracts';
import { HomeCares, nobodyWhileAway } from '@property-office/home-care';
import { Database } from '@property-office/persistence';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { ComplainantContactView } from '../complainant.view';
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

  @ApiProperty({ type: ComplainantContactView, nullable: true, description: 'Who is called instead of the people of their home / 代联系人' })
  instead!: ComplainantContactView | null;
}

export class ComplainantList {
  @ApiProperty({ type: [ComplainantView] })
  items!: ComplainantView[];
}

type Named = Omit<ComplainantView, 'instead'>;

@Controller('api/complaints')
export class ReadComplainantsController {
  constructor(
    private readonly database: Database,
    private readonly handler: ReadComplainantsHandler,
    private readonly client: InternalClient,
    private readonly cares: HomeCares,
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
    const named = await Promise.all(items.map((each) => this.complete(each)));
    // Nobody looks at the telephone of somebody else (G7) where the person's own is there.
    const homeOf = ({ contact, homeId }: Named) => (contact?.phone ? null : homeId);
    const cares = await this.cares.of(named.map(homeOf));
    const contactOf = (each: Named) => cares.get(homeOf(each) ?? '')?.contactId;
    const insteads = await this.contactsOf(named.flatMap((each) => contactOf(each) ?? []));
    return { items: named.map((each) => ({ ...each, instead: insteads.get(contactOf(each) ?? '') ?? null })) };
  }

  /** Of a complaint that was converted from a contact: who called stays with reception, which writes the look down, too. */
  private async complete({ id, contactId, words, ...given }: Complainant): Promise<Named> {
    if (contactId === null) return { id, personId: given.personId, homeId: given.homeId, contact: given.contact, words };
    const asked = { contactId, purpose: 'complaints: who complains' };
    const { personId, homeId, name, phone } = await this.client.post<ContactCaller>('reception', readCallerPath, asked);
    const contact = name === null && phone === null ? null : { name: name ?? '', phone: phone ?? '' };
    // What reception has forgotten by now the case still knows: whose it is.
    return { id, personId: personId ?? given.personId, homeId: homeId ?? given.homeId, contact, words };
  }

  /** Who is called instead is a person of directory, which writes the look down, too. While it is away, they are left out. */
  private async contactsOf(personIds: string[]): Promise<Map<string, ComplainantContactView>> {
    if (personIds.length === 0) return new Map();
    const asked = { personIds: [...new Set(personIds)], purpose: 'complaints: who is called instead' };
    const items = await this.client
      .post<{ items: Array<{ personId: string; name: string; phone: string | null }> }>('directory', '/internal/people/contacts', asked)
      .then((told) => told.items, nobodyWhileAway);
    return new Map(items.map(({ personId, name, phone }) => [personId, { name, phone: phone ?? '' }]));
  }
}
