import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, ok, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { ReconcileMonth } from '../../reconcile-month';
import { MonthView, monthView } from '../month.view';
import { CloseMonthDto } from './close-month.dto';
import { CloseMonthHandler } from './close-month.handler';

@Controller('api/archive-months')
export class CloseMonthController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CloseMonthHandler,
    private readonly reconcile: ReconcileMonth,
  ) {}

  @Post(':id/close')
  @Operation('archives.closeMonth', {
    summary: { zh: '月度结账', en: 'Close a month of the archives' },
    description: {
      zh: '有缺少或待归档而未说明原因的，不能结账；结账后有迟到事项的，自动重新打开。',
      en: 'Refused while something is missing or open without a reason. A closed month that changes later is open again.',
    },
    ok: 200,
    okBody: MonthView,
    errors: ['conflict', 'stale', 'unavailable'],
  })
  close(@PathId() id: string, @Body() input: CloseMonthDto, @Command() command: CommandContext): Promise<Answer<MonthView>> {
    return this.commands.run(
      command,
      async (tx, said) => {
        const month = await this.handler.execute(tx, command, id, input, said);
        return ok(monthView(month), month.version);
      },
      () => this.reconcile.saidFor(command, id),
    );
  }
}
