import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { AskFileSizes } from '../../marks/markable-held';
import { LoanView, loanView } from '../loan.view';
import { AskLoanDto } from './ask-loan.dto';
import { AskLoanHandler } from './ask-loan.handler';

@Controller('api/loans')
export class AskLoanController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AskLoanHandler,
    private readonly sizes: AskFileSizes,
  ) {}

  @Post()
  @Operation('archives.askLoan', {
    summary: { zh: '申请借阅档案', en: 'Ask for a record on loan' },
    description: { zh: '保密、永久保管或已冻结的档案由主任审批，其他由档案员审批；申请人不能审批。电子借阅逐页加水印：PDF、图片（不超过 25 MB）或定稿文本。', en: 'The director decides on what is confidential, kept for ever or on hold, the clerk on all else; never who asks. Digitally it is shown with a mark on every page: a PDF or picture of 25 MiB at most, or the final text.' },
    ok: 201,
    okBody: LoanView,
  })
  ask(@Body() input: AskLoanDto, @Command() command: CommandContext): Promise<Answer<LoanView>> {
    return this.commands.run(
      command,
      async (tx, sizes) => {
        const asked = await this.handler.execute(tx, command, input, sizes);
        return created(`/api/loans/${asked.loan.id}`, loanView(asked), asked.version);
      },
      async () => (input.form === 'digital' ? this.sizes.of(input.recordId) : new Map()),
    );
  }
}
