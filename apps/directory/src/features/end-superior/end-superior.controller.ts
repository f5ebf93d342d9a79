import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { SuperiorView, superiorView } from '../superior.view';
import { EndDto } from '../span.dto';
import { EndSuperiorHandler } from './end-superior.handler';

@Controller('api/superiors')
export class EndSuperiorController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: EndSuperiorHandler,
  ) {}

  @Post(':id/end')
  @Operation('directory.endSuperior', {
    summary: { zh: '结束上级关系', en: 'End who answers for a person' },
    ok: 200,
    okBody: SuperiorView,
    errors: ['conflict', 'stale'],
  })
  end(
    @PathId() id: string,
    @Body() input: EndDto,
    @Command() command: CommandContext,
  ): Promise<Answer<SuperiorView>> {
    return this.commands.run(command, async (tx) => {
      const ended = await this.handler.execute(tx, command, id, input);
      return ok(superiorView(ended), ended.version);
    });
  }
}
