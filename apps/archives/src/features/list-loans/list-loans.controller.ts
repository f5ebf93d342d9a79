import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { loanForms, type LoanForm, type Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, OneOf, Operation, PageQuery, QueryFlag, Text } from '@property-office/service-kit';
import { loanStates, type LoanState } from '../../domain/loan-states';
import { ReadLoans } from '../../persistence/read-loans';
import { LoanView, loanView } from '../loan.view';

export class ListLoansQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(loanStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: LoanState;

  @OneOf(loanForms, { label: { zh: '借阅方式', en: 'form of the loan' }, optional: true })
  form?: LoanForm;

  @QueryFlag({ label: { zh: '逾期未还', en: 'overdue' }, optional: true })
  overdue?: boolean;

  @Id({ label: { zh: '档案', en: 'record' }, optional: true })
  recordId?: string;

  @Id({ label: { zh: '借阅人', en: 'borrower' }, optional: true })
  borrowerId?: string;

  @QueryFlag({ label: { zh: '待我审批', en: 'waits for your decision' }, optional: true })
  toDecide?: boolean;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}

export class LoanPage {
  @ApiProperty({ type: [LoanView] })
  items!: LoanView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/loans')
export class ListLoansController {
  constructor(private readonly loans: ReadLoans) {}

  @Get()
  @Operation('archives.listLoans', { summary: { zh: '借阅列表', en: 'List loans' }, ok: 200, okBody: LoanPage })
  async list(@Query() query: ListLoansQuery, @Acting() principal: Principal): Promise<Page<LoanView>> {
    const page = await this.loans.page(principal, query);
    return { items: page.items.map(loanView), nextCursor: page.nextCursor };
  }
}
