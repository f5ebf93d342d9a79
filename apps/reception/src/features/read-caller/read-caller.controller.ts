import { Body, Controller, Get, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Internal } from '@property-office/access';
import { InternalClient } from '@property-office/backbone';
import { readCallerPath, type ContactCaller, type Principal } from '@property-office/contracts';
import { HomeCares, nobodyWhileAway } from '@property-office/home-care';
import { Database } from '@property-office/persistence';
import { Acting, Id, Operation, PathId, Text } from '@property-office/service-kit';
import type { FastifyRequest } from 'fastify';
import { ReadCallerHandler } from './read-caller.handler';

export class CallerInFullView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  personId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ type: String, nullable: true })
  phone!: string | null;
}

/** Who is called instead of the people of the home (W6.4). */
export class CalledInsteadView {
  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  phone!: string | null;
}

export class CallerToPersonView extends CallerInFullView {
  @ApiProperty({ type: CalledInsteadView, nullable: true, description: '住户没有电话时的代联系人 / Who is called instead' })
  instead!: CalledInsteadView | null;
}

export class ReadCallerDto {
  @Id({ label: { zh: '来电来访', en: 'contact' } })
  contactId!: string;

  @Text({ label: { zh: '用途', en: 'purpose' }, max: 200 })
  purpose!: string;
}

@Controller()
export class ReadCallerController {
  constructor(
    private readonly database: Database,
    private readonly handler: ReadCallerHandler,
    private readonly client: InternalClient,
    private readonly cares: HomeCares,
  ) {}

  @Get('api/contacts/:id/caller')
  @Header('cache-control', 'no-store')
  @Operation('reception.readCaller', {
    summary: { zh: '查看来电人完整信息', en: 'Show the caller in full' },
    description: { zh: '每次查看都会留下记录。', en: 'Each time is recorded.' },
    ok: 200,
    okBody: CallerToPersonView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<CallerToPersonView> {
    const caller = await this.database.transaction((tx) => this.handler.byPerson(tx, principal, id));
    const { personId, name, phone } = await this.completed(caller, 'reception: call back');
    return { personId, name, phone, instead: phone === null ? await this.calledInstead(caller.homeId) : null };
  }

  @Post(readCallerPath)
  @HttpCode(200)
  @Internal()
  async readByService(@Body() { contactId, purpose }: ReadCallerDto, @Req() request: FastifyRequest): Promise<ContactCaller> {
    const caller = await this.database.transaction((tx) => this.handler.byService(tx, request.caller!, contactId, purpose));
    return this.completed(caller, purpose);
  }

  /** What the caller did not tell is read where they are registered, which writes it down, too. */
  private async completed(caller: ContactCaller, purpose: string): Promise<ContactCaller> {
    const { personId, name, phone } = caller;
    if (!personId || (name !== null && phone !== null)) return caller;
    const [known] = await this.contactsOf(personId, purpose);
    return { ...caller, name: name ?? known?.name ?? null, phone: phone ?? known?.phone ?? null };
  }

  /** Nobody looks at the telephone of somebody else (G7) where the caller's own is there. While directory is away, nobody is named. */
  private async calledInstead(homeId: string | null): Promise<CalledInsteadView | null> {
    const contactId = (await this.cares.of([homeId])).get(homeId ?? '')?.contactId;
    if (!contactId) return null;
    const [instead] = await this.contactsOf(contactId, 'reception: call back').catch(nobodyWhileAway);
    return instead ? { name: instead.name, phone: instead.phone } : null;
  }

  private async contactsOf(personId: string, purpose: string): Promise<CalledInsteadView[]> {
    const asked = { personIds: [personId], purpose };
    return (await this.client.post<{ items: CalledInsteadView[] }>('directory', '/internal/people/contacts', asked)).items;
  }
}
