import { Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { DutyView, dutyView } from '../duty.view';
import { CancelDutyHandler } from './cancel-duty.handler';

@Controller('api/duties')
export class CancelDutyController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CancelDutyHandler,
  ) {}

  @Post(':id/cancel')
  @Operation('directory.cancelDuty', {
    summary: { zh: '取消值班', en: 'Call a duty off' },
    ok: 200,
    okBody: DutyView,
    errors: ['conflict', 'stale'],
  })
  cancel(
    @PathId() id: string,
    @Command() command: CommandContext,
  ): Promise<Answer<DutyView>> {
    return this.commands.run(command, async (tx) => {
      const ended = await this.handler.execute(tx, command, id);
      return ok(dutyView(ended), ended.version);
    });
  }
}
