import { Body, Controller, Get, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Internal } from '@property-office/access';
import { InternalClient } from '@property-office/backbone';
import { readCallerPath, type ContactCaller, type Principal } from '@property-office/contracts';
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
  ) {}

  @Get('api/contacts/:id/caller')
  @Header('cache-control', 'no-store')
  @Operation('reception.readCaller', {
    summary: { zh: '查看来电人完整信息', en: 'Show the caller in full' },
    description: { zh: '每次查看都会留下记录。', en: 'Each time is recorded.' },
    ok: 200,
    okBody: CallerInFullView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<CallerInFullView> {
    const caller = await this.database.transaction((tx) => this.handler.byPerson(tx, principal, id));
    const { personId, name, phone } = await this.completed(caller, 'reception: call back');
    return { personId, name, phone };
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
    const asked = { personIds: [personId], purpose };
    const { items } = await this.client.post<{ items: Array<{ name: string; phone: string | null }> }>('directory', '/internal/people/contacts', asked);
    return { ...caller, name: name ?? items[0]?.name ?? null, phone: phone ?? items[0]?.phone ?? null };
  }
}
