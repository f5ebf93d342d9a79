import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { EndDto } from '../span.dto';
import { TieView, tieView } from '../tie.view';
import { EndMemberHandler } from './end-member.handler';

@Controller('api/homes')
export class EndMemberController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: EndMemberHandler,
  ) {}

  @Post(':id/members/:tieId/end')
  @Operation('directory.endMember', {
    summary: { zh: '业主结束自己登记的家人或租户', en: 'End the tie of somebody one has added' },
    ok: 200,
    okBody: TieView,
    errors: ['conflict', 'stale'],
  })
  end(
    @PathId() id: string,
    @PathId('tieId') tieId: string,
    @Body() input: EndDto,
    @Command() command: CommandContext,
  ): Promise<Answer<TieView>> {
    return this.commands.run(command, async (tx) => {
      const tie = await this.handler.execute(tx, command, id, tieId, input);
      return ok(tieView(tie), tie.version);
    });
  }
}
