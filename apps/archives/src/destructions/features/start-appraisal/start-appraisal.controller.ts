import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, created, Operation, type Answer, type CommandContext } from '@property-office/service-kit';
import { AppraisalView, appraisalView } from '../appraisal.view';
import { StartAppraisalDto } from './start-appraisal.dto';
import { StartAppraisalHandler } from './start-appraisal.handler';

@Controller('api/appraisals')
export class StartAppraisalController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: StartAppraisalHandler,
  ) {}

  @Post()
  @Operation('archives.startAppraisal', { summary: { zh: '发起档案鉴定', en: 'Start an appraisal of records' }, ok: 201, okBody: AppraisalView, errors: ['conflict'] })
  start(@Body() input: StartAppraisalDto, @Command() command: CommandContext): Promise<Answer<AppraisalView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const appraisal = await this.handler.execute(tx, command, input, prepared);
        return created(`/api/appraisals/${appraisal.id}`, appraisalView(appraisal), appraisal.version);
      },
      () => this.handler.prepare(),
    );
  }
}
