import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { PrintJobView, printJobView } from '../print-job.view';
import { ReturnPrintJobDto } from './return-print-job.dto';
import { ReturnPrintJobHandler } from './return-print-job.handler';

@Controller('api/print-jobs')
export class ReturnPrintJobController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReturnPrintJobHandler,
  ) {}

  @Post(':id/return')
  @Operation('documents.returnPrintJob', {
    summary: { zh: '退回文印任务', en: 'Hand back a print job' },
    ok: 200,
    okBody: PrintJobView,
    errors: ['conflict', 'stale'],
  })
  handBack(@PathId() id: string, @Body() input: ReturnPrintJobDto, @Command() command: CommandContext): Promise<Answer<PrintJobView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), printJobView);
  }
}
