import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { ReadMembers } from '../../persistence/read-members';
import { HomeMembers, memberView } from '../member.view';

@Controller('api/homes')
export class ListMembersController {
  constructor(private readonly members: ReadMembers) {}

  @Get(':id/members')
  @Operation('directory.listMembers', {
    summary: { zh: '同住的家人和租户', en: 'Family and tenants of a home' },
    ok: 200,
    okBody: HomeMembers,
  })
  async list(@PathId() id: string, @Acting() principal: Principal): Promise<HomeMembers> {
    const members = await this.members.of(principal, id);
    return { items: members.map(({ tie, name }) => memberView(tie, name, principal.personId)) };
  }
}
