import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { SlipsView } from '../slips.view';
import { LeaveSlipsDto } from './leave-slips.dto';
import { LeaveSlipsHandler } from './leave-slips.handler';

@Controller('api/notices')
export class LeaveSlipsController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: LeaveSlipsHandler,
  ) {}

  @Post(':id/leave-slips')
  @Operation('notifications.leaveSlips', {
    summary: { zh: '登记入户通知单已送达', en: 'Record that slips were left under the doors' },
    ok: 200,
    okBody: SlipsView,
    errors: ['conflict', 'stale'],
  })
  leave(@PathId() id: string, @Body() input: LeaveSlipsDto, @Command() command: CommandContext): Promise<Answer<SlipsView>> {
    return this.commands.run(command, async (tx) => {
      const { slips, version } = await this.handler.execute(tx, command, id, input);
      return ok(slips, version);
    });
  }
}
