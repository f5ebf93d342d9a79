import { Controller, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { EndAccountSessionsHandler } from './end-account-sessions.handler';

export class EndedSessionsView {
  @ApiProperty({ description: 'How many sessions ended' })
  ended!: number;
}

@Controller('api/accounts')
export class EndAccountSessionsController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: EndAccountSessionsHandler,
  ) {}

  @Post(':id/end-sessions')
  @Operation('directory.endAccountSessions', {
    summary: { zh: '退出某人的所有设备（手机丢失）', en: 'End all sessions of an account (lost phone)' },
    ok: 200,
    okBody: EndedSessionsView,
    errors: ['conflict', 'stale'],
  })
  end(@PathId() id: string, @Command() command: CommandContext): Promise<Answer<EndedSessionsView>> {
    return this.commands.run(command, async (tx) =>
      ok({ ended: await this.handler.execute(tx, command, id) }),
    );
  }
}
