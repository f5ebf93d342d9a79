import { Body, Controller, Patch } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { DutyView, dutyView } from '../duty.view';
import { ChangeDutyDto } from './change-duty.dto';
import { ChangeDutyHandler } from './change-duty.handler';

@Controller('api/duties')
export class ChangeDutyController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ChangeDutyHandler,
  ) {}

  @Patch(':id')
  @Operation('directory.changeDuty', {
    summary: { zh: '调整值班', en: 'Change a planned duty' },
    ok: 200,
    okBody: DutyView,
    errors: ['conflict', 'stale', 'precondition-missing'],
  })
  change(
    @PathId() id: string,
    @Body() input: ChangeDutyDto,
    @Command() command: CommandContext,
  ): Promise<Answer<DutyView>> {
    return this.commands.run(command, async (tx) => {
      const duty = await this.handler.execute(tx, command, id, input);
      return ok(dutyView(duty), duty.version);
    });
  }
}
