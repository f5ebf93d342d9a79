import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import type { EscalationMove } from '../../domain/escalation-states';
import { EscalationView, escalationView } from '../escalation.view';
import { AcknowledgeEscalationDto, ActOnEscalationDto } from './answer-escalation.dto';
import { AnswerEscalationHandler } from './answer-escalation.handler';

@Controller('api/escalations')
export class AnswerEscalationController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AnswerEscalationHandler,
  ) {}

  @Post(':id/acknowledge')
  @Operation('notifications.acknowledgeEscalation', {
    summary: { zh: '知悉升级事项', en: 'Acknowledge what was escalated' },
    ok: 200,
    okBody: EscalationView,
    errors: ['conflict', 'stale'],
  })
  acknowledge(@PathId() id: string, @Body() input: AcknowledgeEscalationDto, @Command() command: CommandContext): Promise<Answer<EscalationView>> {
    return this.answer(command, id, 'acknowledge', input);
  }

  @Post(':id/act')
  @Operation('notifications.actOnEscalation', {
    summary: { zh: '登记升级事项的处理情况', en: 'Say what was done about it' },
    ok: 200,
    okBody: EscalationView,
    errors: ['stale'],
  })
  act(@PathId() id: string, @Body() input: ActOnEscalationDto, @Command() command: CommandContext): Promise<Answer<EscalationView>> {
    return this.answer(command, id, 'act', input);
  }

  private answer(command: CommandContext, id: string, move: EscalationMove, input: AcknowledgeEscalationDto): Promise<Answer<EscalationView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, move, input),
      (escalation) => escalationView(escalation, command.language),
    );
  }
}
