import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { FollowUpView, viewOf } from '../follow-up.view';
import { RecordOutcomeDto } from './record-outcome.dto';
import { RecordOutcomeHandler } from './record-outcome.handler';

@Controller('api/follow-ups')
export class RecordOutcomeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RecordOutcomeHandler,
  ) {}

  @Post(':id/outcome')
  @Operation('followups.recordOutcome', {
    summary: { zh: '登记回访结果', en: 'Record the outcome of a follow-up' },
    ok: 200,
    okBody: FollowUpView,
    errors: ['conflict', 'stale'],
  })
  record(@PathId() id: string, @Body() input: RecordOutcomeDto, @Command() command: CommandContext): Promise<Answer<FollowUpView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
