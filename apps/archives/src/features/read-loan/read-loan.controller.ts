import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { PromiseView, ReadPromises } from '@property-office/deadlines';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { loanErrors } from '../../domain/loan-errors';
import { ReadLoans } from '../../persistence/read-loans';
import { LentFileView, lentFilesOf } from '../lent-file.view';
import { LoanView, loanView } from '../loan.view';

export class LoanDetailView extends LoanView {
  @ApiProperty({ type: [LentFileView], description: 'Of a digital one / 电子借阅可查看的文件' })
  files!: LentFileView[];

  @ApiProperty({ type: [PromiseView], description: 'What is promised about it, and how it stands / 时限' })
  promises!: PromiseView[];
}

@Controller('api/loans')
export class ReadLoanController {
  constructor(
    private readonly database: Database,
    private readonly loans: ReadLoans,
    private readonly promises: ReadPromises,
  ) {}

  @Get(':id')
  @Operation('archives.readLoan', { summary: { zh: '查看借阅', en: 'Read a loan' }, ok: 200, okBody: LoanDetailView })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<LoanDetailView>> {
    const found = await this.loans.one(principal, id);
    if (!found) throw loanErrors.loanUnknown();
    const { siteId, episode, recordId, form } = found.loan;
    const files = form === 'digital' ? await this.database.transaction((tx) => lentFilesOf(tx, recordId)) : [];
    const promises = await this.promises.of({ aggregateId: id, siteId, class: 'loan', episode, promises: ['bring-back'] });
    return ok({ ...loanView(found), files, promises }, found.version);
  }
}
