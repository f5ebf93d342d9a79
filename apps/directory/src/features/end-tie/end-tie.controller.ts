import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { EndDto } from '../span.dto';
import { TieView, tieView } from '../tie.view';
import { EndTieHandler } from './end-tie.handler';

@Controller('api/ties')
export class EndTieController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: EndTieHandler,
  ) {}

  @Post(':id/end')
  @Operation('directory.endTie', {
    summary: { zh: '结束入住关系', en: 'End a tie to a home' },
    ok: 200,
    okBody: TieView,
    errors: ['conflict', 'stale'],
  })
  end(
    @PathId() id: string,
    @Body() input: EndDto,
    @Command() command: CommandContext,
  ): Promise<Answer<TieView>> {
    return this.commands.run(command, async (tx) => {
      const tie = await this.handler.execute(tx, command, id, input);
      return ok(tieView(tie), tie.version);
    });
  }
}
