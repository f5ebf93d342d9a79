import { Body, Controller, Post } from '@nestjs/common';
import { Command, Commands, created, Operation, type Answer, type CommandContext } from '@property-office/service-kit';
import { RecordHandOverView, handOverView } from '../hand-over.view';
import { ApplyForHandOverDto } from './apply-for-hand-over.dto';
import { ApplyForHandOverHandler } from './apply-for-hand-over.handler';

@Controller('api/hand-overs')
export class ApplyForHandOverController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ApplyForHandOverHandler,
  ) {}

  @Post()
  @Operation('archives.applyForHandOver', {
    summary: { zh: '申请移交档案', en: 'Apply for a hand-over of records' },
    description: { zh: '在借、复制中、冻结、列在鉴定或销毁清册的档案先办结。', en: 'What is on loan, being copied, on hold, or on a list of appraisal or destruction keeps it from being applied for.' },
    ok: 201,
    okBody: RecordHandOverView,
    errors: ['conflict'],
  })
  apply(@Body() input: ApplyForHandOverDto, @Command() command: CommandContext): Promise<Answer<RecordHandOverView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const list = await this.handler.execute(tx, command, input, prepared);
        return created(`/api/hand-overs/${list.id}`, handOverView(list), list.version);
      },
      () => this.handler.prepare(),
    );
  }
}
