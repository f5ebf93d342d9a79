import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { PrintJobView, printJobView } from '../print-job.view';
import { RequestPrintJobDto } from './request-print-job.dto';
import { RequestPrintJobHandler } from './request-print-job.handler';

@Controller('api/print-jobs')
export class RequestPrintJobController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RequestPrintJobHandler,
  ) {}

  @Post()
  @Operation('documents.requestPrintJob', { summary: { zh: '申请文印', en: 'Ask for something to be drafted, printed, copied or bound' }, ok: 201, okBody: PrintJobView })
  request(@Body() input: RequestPrintJobDto, @Command() command: CommandContext): Promise<Answer<PrintJobView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const job = await this.handler.execute(tx, command, input, prepared);
        return created(`/api/print-jobs/${job.id}`, printJobView(job), job.version);
      },
      () => this.handler.prepare(command, input),
    );
  }
}
