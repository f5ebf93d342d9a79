import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { PrintJobView, printJobView } from '../print-job.view';
import { FinishPrintJobDto } from './finish-print-job.dto';
import { FinishPrintJobHandler } from './finish-print-job.handler';

@Controller('api/print-jobs')
export class FinishPrintJobController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: FinishPrintJobHandler,
  ) {}

  @Post(':id/finish')
  @Operation('documents.finishPrintJob', {
    summary: { zh: '文印完成', en: 'Finish a print job' },
    description: {
      zh: '起草任务须附上文稿，或填写所拟发文；任务的提出人可以查看这份发文（保密件除外）。',
      en: 'Of a job of drafting with what was drafted: files, or an outgoing document, which its requester reads unless it is confidential.',
    },
    ok: 200,
    okBody: PrintJobView,
    errors: ['conflict', 'stale'],
  })
  finish(@PathId() id: string, @Body() input: FinishPrintJobDto, @Command() command: CommandContext): Promise<Answer<PrintJobView>> {
    return this.commands.run(
      command,
      async (tx, drafted) => {
        const job = await this.handler.execute(tx, command, id, input, drafted);
        return ok(printJobView(job), job.version);
      },
      () => this.handler.prepare(command, id, input),
    );
  }
}
