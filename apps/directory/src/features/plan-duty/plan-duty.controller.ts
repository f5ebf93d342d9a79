import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { DutyView, dutyView } from '../duty.view';
import { PlanDutyDto } from './plan-duty.dto';
import { PlanDutyHandler } from './plan-duty.handler';

@Controller('api/duties')
export class PlanDutyController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: PlanDutyHandler,
  ) {}

  @Post()
  @Operation('directory.planDuty', {
    summary: { zh: '排班', en: 'Plan a duty' },
    ok: 201,
    okBody: DutyView,
    errors: ['conflict'],
  })
  plan(@Body() input: PlanDutyDto, @Command() command: CommandContext): Promise<Answer<DutyView>> {
    return this.commands.run(command, async (tx) => {
      const made = await this.handler.execute(tx, command.principal, input);
      return created(`/api/duties/${made.id}`, dutyView(made), made.version);
    });
  }
}
