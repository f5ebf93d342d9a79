import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { PrintJobView, printJobView } from '../print-job.view';
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
    ok: 200,
    okBody: PrintJobView,
    errors: ['conflict', 'stale'],
  })
  finish(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<PrintJobView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), printJobView);
  }
}
