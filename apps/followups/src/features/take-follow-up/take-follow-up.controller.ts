import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { FollowUpView, viewOf } from '../follow-up.view';
import { TakeFollowUpHandler } from './take-follow-up.handler';

@Controller('api/follow-ups')
export class TakeFollowUpController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: TakeFollowUpHandler,
  ) {}

  @Post(':id/take')
  @Operation('followups.takeFollowUp', {
    summary: { zh: '领取回访', en: 'Take a follow-up in hand' },
    ok: 200,
    okBody: FollowUpView,
    errors: ['conflict', 'stale'],
  })
  take(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<FollowUpView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
