import { Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { DelegationView, delegationView } from '../delegation.view';
import { EndDelegationHandler } from './end-delegation.handler';

@Controller('api/delegations')
export class EndDelegationController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: EndDelegationHandler,
  ) {}

  @Post(':id/end')
  @Operation('directory.endDelegation', {
    summary: { zh: '结束授权代理', en: 'End a delegation' },
    ok: 200,
    okBody: DelegationView,
    errors: ['conflict', 'stale'],
  })
  end(
    @PathId() id: string,
    @Command() command: CommandContext,
  ): Promise<Answer<DelegationView>> {
    return this.commands.run(command, async (tx) => {
      const ended = await this.handler.execute(tx, command, id);
      return ok(delegationView(ended), ended.version);
    });
  }
}
