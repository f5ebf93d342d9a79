import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Id, Operation, PageQuery, Text } from '@property-office/service-kit';
import { ReadAccounts } from '../../persistence/read-accounts';
import { AccountView, accountView } from '../account.view';

export class ListAccountsQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Id({ label: { zh: '人员', en: 'person' }, optional: true })
  personId?: string;

  @Text({ label: { zh: '登录名开头', en: 'beginning of the login' }, max: 64, optional: true })
  login?: string;
}

export class AccountPage {
  @ApiProperty({ type: [AccountView] })
  items!: AccountView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/accounts')
export class ListAccountsController {
  constructor(private readonly accounts: ReadAccounts) {}

  @Get()
  @Operation('directory.listAccounts', {
    summary: { zh: '账号列表', en: 'List accounts' },
    ok: 200,
    okBody: AccountPage,
  })
  async list(@Query() query: ListAccountsQuery, @Acting() principal: Principal): Promise<AccountPage> {
    const { items, nextCursor } = await this.accounts.page(principal, query);
    return { items: items.map(accountView), nextCursor };
  }
}
