import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { CauseMeasureView, measureView } from '../cause-measure.view';
import { SetCauseMeasureDto } from './set-cause-measure.dto';
import { SetCauseMeasureHandler } from './set-cause-measure.handler';

@Controller('api/cause-measures')
export class SetCauseMeasureController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SetCauseMeasureHandler,
  ) {}

  @Post()
  @Operation('complaints.setCauseMeasure', {
    summary: { zh: '安排改进措施', en: 'Set a measure against a cause' },
    description: {
      zh: '针对当月三个主要原因之一；针对其他原因须说明理由。以前月份的措施须先复盘。',
      en: 'Against one of the three largest causes of a month, or another one with a reason; those of earlier months are reviewed first.',
    },
    ok: 201,
    okBody: CauseMeasureView,
    errors: ['conflict'],
  })
  set(@Body() input: SetCauseMeasureDto, @Command() command: CommandContext): Promise<Answer<CauseMeasureView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const measure = await this.handler.execute(tx, command, input, prepared);
        return created(`/api/cause-measures/${measure.id}`, measureView(measure), measure.version);
      },
      () => this.handler.prepare(command, input),
    );
  }
}
