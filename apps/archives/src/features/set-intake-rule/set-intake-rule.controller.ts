import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation } from '@property-office/service-kit';
import { IntakeRuleView } from '../archive-settings.view';
import { SetIntakeRuleDto } from './set-intake-rule.dto';
import { SetIntakeRuleHandler } from './set-intake-rule.handler';

@Controller('api/archive-settings')
export class SetIntakeRuleController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SetIntakeRuleHandler,
  ) {}

  @Post('set-rule')
  @Operation('archives.setIntakeRule', { summary: { zh: '设定归档规则', en: 'Set the rule of a source' }, ok: 200, okBody: IntakeRuleView })
  set(@Body() input: SetIntakeRuleDto, @Command() command: CommandContext): Promise<Answer<IntakeRuleView>> {
    return this.commands.run(command, async (tx) => ok(await this.handler.execute(tx, command, input)));
  }
}
