import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, ok, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { RecordHandOverView, handOverView } from '../hand-over.view';
import { OtherHands } from '../other-hands';
import { NameHandOverPartyDto } from './name-hand-over-party.dto';
import { NameHandOverPartyHandler } from './name-hand-over-party.handler';

@Controller('api/hand-overs')
export class NameHandOverPartyController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: NameHandOverPartyHandler,
    private readonly hands: OtherHands,
  ) {}

  @Post(':id/name-party')
  @Operation('archives.nameHandOverParty', {
    summary: { zh: '指定接收人、监交人', en: 'Name who receives or witnesses a hand-over' },
    ok: 200,
    okBody: RecordHandOverView,
    errors: ['conflict', 'stale'],
  })
  name(@PathId() id: string, @Body() input: NameHandOverPartyDto, @Command() command: CommandContext): Promise<Answer<RecordHandOverView>> {
    return this.commands.run(
      command,
      async (tx, assertNoLink) => {
        const list = await this.handler.execute(tx, command, id, input, assertNoLink);
        return ok(handOverView(list), list.version);
      },
      () => this.hands.prepare(command, id, input.personId),
    );
  }
}
