import { Body, Controller, Post } from '@nestjs/common';
import { isUniqueViolation } from '@property-office/persistence';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { RepairNumbers } from '../../persistence/repair-numbers';
import { RepairRequestView } from '../repair-request.view';
import { RepairViews } from '../repair-views';
import { ReportRepairDto } from './report-repair.dto';
import { ReportRepairHandler } from './report-repair.handler';

@Controller('api/repair-requests')
export class ReportRepairController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReportRepairHandler,
    private readonly numbers: RepairNumbers,
    private readonly views: RepairViews,
  ) {}

  @Post()
  @Operation('tickets.reportRepair', { summary: { zh: '报修', en: 'Report a repair' }, ok: 201, okBody: RepairRequestView, errors: ['conflict'] })
  async report(@Body() input: ReportRepairDto, @Command() command: CommandContext): Promise<Answer<RepairRequestView>> {
    const report = this.numbers.accepted(() =>
      this.commands.runShared(
        command,
        (tx, prepared) => {
          const request = this.handler.execute(tx, command, input, prepared);
          return created(`/api/repair-requests/${request.id}`, this.views.masked(request), request.version);
        },
        () => this.handler.prepare(command, input),
      ),
    );
    return report.catch((error: unknown) => {
      // The constraint decides, not a look before: two imports may run at once.
      throw isUniqueViolation(error, 'repair_request_external') ? ticketErrors.externalReferenceTaken(input.externalReference ?? '') : error;
    });
  }
}
