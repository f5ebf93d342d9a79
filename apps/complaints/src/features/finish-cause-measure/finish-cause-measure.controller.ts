import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { CauseMeasureView, measureView } from '../cause-measure.view';
import { FinishCauseMeasureDto } from './finish-cause-measure.dto';
import { FinishCauseMeasureHandler } from './finish-cause-measure.handler';

@Controller('api/cause-measures')
export class FinishCauseMeasureController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: FinishCauseMeasureHandler,
  ) {}

  @Post(':id/finish')
  @Operation('complaints.finishCauseMeasure', {
    summary: { zh: '登记措施已落实', en: 'Record that a measure is done' },
    ok: 200,
    okBody: CauseMeasureView,
    errors: ['conflict', 'stale'],
  })
  finish(@PathId() id: string, @Body() input: FinishCauseMeasureDto, @Command() command: CommandContext): Promise<Answer<CauseMeasureView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), measureView);
  }
}
