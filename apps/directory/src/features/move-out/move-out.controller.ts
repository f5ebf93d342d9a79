import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { tieView } from '../tie.view';
import { MovedOutView, MoveOutDto } from './move-out.dto';
import { MoveOutHandler } from './move-out.handler';

@Controller('api/homes')
export class MoveOutController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: MoveOutHandler,
  ) {}

  @Post(':id/move-out')
  @Operation('directory.moveOut', {
    summary: { zh: '登记搬离', en: 'Move out of a home' },
    description: {
      zh: '业主搬离时，其登记的家人一并结束；租户按到期时间。',
      en: 'With an owner the family they added leaves, too; tenants stay until their end date.',
    },
    ok: 200,
    okBody: MovedOutView,
    errors: ['conflict', 'stale'],
  })
  moveOut(
    @PathId() id: string,
    @Body() input: MoveOutDto,
    @Command() command: CommandContext,
  ): Promise<Answer<MovedOutView>> {
    return this.commands.run(command, async (tx) => {
      const ended = await this.handler.execute(tx, command, id, input);
      return ok({ ended: ended.map(tieView) });
    });
  }
}
