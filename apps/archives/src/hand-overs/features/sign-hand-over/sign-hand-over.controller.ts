import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, ok, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { RecordHandOverView, handOverView } from '../hand-over.view';
import { OtherHands } from '../other-hands';
import { SignHandOverDto } from './sign-hand-over.dto';
import { SignHandOverHandler } from './sign-hand-over.handler';

@Controller('api/hand-overs')
export class SignHandOverController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SignHandOverHandler,
    private readonly hands: OtherHands,
  ) {}

  @Post(':id/sign')
  @Operation('archives.signHandOver', {
    summary: { zh: '移交签字', en: 'Sign for a hand-over' },
    description: { zh: '本人签字：移交人、接收人、监交人是三个人；第三个签字即移交。', en: 'In person: giver, receiver and witness are three people. The third signature hands it over.' },
    ok: 200,
    okBody: RecordHandOverView,
    errors: ['conflict', 'stale'],
  })
  sign(@PathId() id: string, @Body() input: SignHandOverDto, @Command() command: CommandContext): Promise<Answer<RecordHandOverView>> {
    return this.commands.run(
      command,
      async (tx, assertNoLink) => {
        const list = await this.handler.execute(tx, command, id, input, assertNoLink);
        return ok(handOverView(list), list.version);
      },
      () => this.hands.prepare(command, id, command.principal.personId),
    );
  }
}
