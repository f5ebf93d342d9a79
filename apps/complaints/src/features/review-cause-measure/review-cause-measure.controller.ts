import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { CauseMeasureView, measureView } from '../cause-measure.view';
import { ReviewCauseMeasureDto } from './review-cause-measure.dto';
import { ReviewCauseMeasureHandler } from './review-cause-measure.handler';

@Controller('api/cause-measures')
export class ReviewCauseMeasureController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReviewCauseMeasureHandler,
  ) {}

  @Post(':id/review')
  @Operation('complaints.reviewCauseMeasure', {
    summary: { zh: '复盘措施', en: 'Review a measure' },
    description: { zh: '落实之后，或期限已到。', en: 'When it is done, or its date has come.' },
    ok: 200,
    okBody: CauseMeasureView,
    errors: ['conflict', 'stale'],
  })
  review(@PathId() id: string, @Body() input: ReviewCauseMeasureDto, @Command() command: CommandContext): Promise<Answer<CauseMeasureView>> {
    return this.commands.run(
      command,
      async (tx, rules) => {
        const measure = await this.handler.execute(tx, command, id, input, rules);
        return ok(measureView(measure), measure.version);
      },
      () => this.handler.prepare(),
    );
  }
}
