import { Body, Controller, Post } from '@nestjs/common';
import { ActFields, Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { AppraisalView, appraisalView } from '../appraisal.view';
import { ConcludeAppraisalHandler } from './conclude-appraisal.handler';

@Controller('api/appraisals')
export class ConcludeAppraisalController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ConcludeAppraisalHandler,
  ) {}

  @Post(':id/conclude')
  @Operation('archives.concludeAppraisal', {
    summary: { zh: '作出鉴定结论', en: 'Conclude an appraisal' },
    description: { zh: '有一人主张保管的即继续保管，取最长期限；全部主张销毁的列入销毁。', en: 'Where anybody would keep a record it is kept, for the longest term given; where all would destroy it, it is listed.' },
    ok: 200,
    okBody: AppraisalView,
    errors: ['conflict', 'stale'],
  })
  conclude(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<AppraisalView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), appraisalView);
  }
}
