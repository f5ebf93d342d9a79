import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { ReasonDto } from '../../../lists/features/reason.dto';
import { RecordHandOverView, handOverView } from '../hand-over.view';
import { RefuseHandOverHandler } from './refuse-hand-over.handler';

@Controller('api/hand-overs')
export class RefuseHandOverController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RefuseHandOverHandler,
  ) {}

  @Post(':id/refuse')
  @Operation('archives.refuseHandOver', {
    summary: { zh: '不予批准移交', en: 'Refuse a hand-over' },
    ok: 200,
    okBody: RecordHandOverView,
    errors: ['conflict', 'stale'],
  })
  refuse(@PathId() id: string, @Body() input: ReasonDto, @Command() command: CommandContext): Promise<Answer<RecordHandOverView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), handOverView);
  }
}
