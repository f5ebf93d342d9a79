import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { AbsenceView, absenceView } from '../absence.view';
import { EndDto } from '../span.dto';
import { EndAbsenceHandler } from './end-absence.handler';

@Controller('api/absences')
export class EndAbsenceController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: EndAbsenceHandler,
  ) {}

  @Post(':id/end')
  @Operation('directory.endAbsence', {
    summary: { zh: '结束不在岗', en: 'End an absence' },
    ok: 200,
    okBody: AbsenceView,
    errors: ['conflict', 'stale'],
  })
  end(
    @PathId() id: string,
    @Body() input: EndDto,
    @Command() command: CommandContext,
  ): Promise<Answer<AbsenceView>> {
    return this.commands.run(command, async (tx) => {
      const ended = await this.handler.execute(tx, command, id, input);
      return ok(absenceView(ended), ended.version);
    });
  }
}
