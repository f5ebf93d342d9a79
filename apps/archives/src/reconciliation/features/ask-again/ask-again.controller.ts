import { Body, Controller, Post } from '@nestjs/common';
import { ActFields, Command, Commands, ok, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { ReconcileMonth } from '../../reconcile-month';
import { MonthView, monthView } from '../month.view';
import { AskAgainHandler } from './ask-again.handler';

@Controller('api/archive-months')
export class AskAgainController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AskAgainHandler,
    private readonly reconcile: ReconcileMonth,
  ) {}

  @Post(':id/ask-again')
  @Operation('archives.askAgain', {
    summary: { zh: '补提归档', en: 'Ask for what is missing again' },
    description: {
      zh: '来源有、而没有归档建议的，向来源重新索取并提出；未登入维修登记簿的报修逐件说明原因。',
      en: 'What a source has and nobody proposed is asked for again, and proposed; repairs that stand in no register are explained one by one.',
    },
    ok: 200,
    okBody: MonthView,
    errors: ['conflict', 'stale', 'unavailable'],
  })
  ask(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<MonthView>> {
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
