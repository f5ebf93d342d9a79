import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { CauseMeasureView, measureView } from '../cause-measure.view';
import { AssignCauseMeasureDto } from './assign-cause-measure.dto';
import { AssignCauseMeasureHandler } from './assign-cause-measure.handler';

@Controller('api/cause-measures')
export class AssignCauseMeasureController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AssignCauseMeasureHandler,
  ) {}

  @Post(':id/assign')
  @Operation('complaints.assignCauseMeasure', {
    summary: { zh: '改由他人落实', en: 'Give a measure to another owner' },
    description: { zh: '如负责人离岗；完成期限不变。', en: 'As when its owner has left; its date stays.' },
    ok: 200,
    okBody: CauseMeasureView,
    errors: ['conflict', 'stale'],
  })
  assign(@PathId() id: string, @Body() input: AssignCauseMeasureDto, @Command() command: CommandContext): Promise<Answer<CauseMeasureView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), measureView);
  }
}
