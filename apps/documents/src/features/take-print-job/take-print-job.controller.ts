import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { PrintJobView, printJobView } from '../print-job.view';
import { TakePrintJobHandler } from './take-print-job.handler';

@Controller('api/print-jobs')
export class TakePrintJobController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: TakePrintJobHandler,
  ) {}

  @Post(':id/take')
  @Operation('documents.takePrintJob', {
    summary: { zh: '文印接单', en: 'Take a print job' },
    ok: 200,
    okBody: PrintJobView,
    errors: ['conflict', 'stale'],
  })
  take(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<PrintJobView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), printJobView);
  }
}
