import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { AppraisalView, appraisalView } from '../appraisal.view';
import { GiveOpinionDto } from './give-opinion.dto';
import { GiveOpinionHandler } from './give-opinion.handler';

@Controller('api/appraisals')
export class GiveOpinionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: GiveOpinionHandler,
  ) {}

  @Post(':id/give-opinion')
  @Operation('archives.giveOpinion', {
    summary: { zh: '提出鉴定意见', en: 'Give an opinion on records' },
    ok: 200,
    okBody: AppraisalView,
    errors: ['conflict', 'stale'],
  })
  give(@PathId() id: string, @Body() input: GiveOpinionDto, @Command() command: CommandContext): Promise<Answer<AppraisalView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), appraisalView);
  }
}
