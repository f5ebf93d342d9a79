import { Body, Controller, Post } from '@nestjs/common';
import { ActFields, Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { RecordHandOverView, handOverView } from '../hand-over.view';
import { ApproveHandOverHandler } from './approve-hand-over.handler';

@Controller('api/hand-overs')
export class ApproveHandOverController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ApproveHandOverHandler,
  ) {}

  @Post(':id/approve')
  @Operation('archives.approveHandOver', {
    summary: { zh: '批准移交', en: 'Approve a hand-over' },
    description: { zh: '申请人不能批准；含保密档案的清册一并批准。', en: 'Never by who applied; a list that says it holds confidential records is approved as that.' },
    ok: 200,
    okBody: RecordHandOverView,
    errors: ['conflict', 'stale'],
  })
  approve(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<RecordHandOverView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), handOverView);
  }
}
