import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { ComplaintViews } from '../complaint-views';
import { AnswerFeedbackDto } from './answer-feedback.dto';
import { AnswerFeedbackHandler } from './answer-feedback.handler';

@Controller('api/complaints')
export class AnswerFeedbackController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AnswerFeedbackHandler,
    private readonly views: ComplaintViews,
  ) {}

  @Post(':id/answer')
  @Operation('complaints.answerFeedback', {
    summary: { zh: '投诉人答复', en: "Record the complainant's answer" },
    description: {
      zh: '投诉人各自答复，不再等候任何人时结案；有异议则升一级，两次之后由主任或公司最终决定。处理人不能代投诉人接受。',
      en: 'Each complainant answers, and it is closed when none is waited for; disputed takes it one level up, after two by the director or the company, who decide finally. The handler accepts for nobody.',
    },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  answer(@PathId() id: string, @Body() input: AnswerFeedbackDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.run(command, async (tx) => {
      const { complaint, own } = await this.handler.execute(tx, command, id, input);
      return ok(own ? this.views.toComplainant(complaint, own) : viewOf(complaint), complaint.version);
    });
  }
}
