import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { CompletenessListView, completenessListView } from '../completeness-list.view';
import { SetRequiredPaperDto } from './set-required-paper.dto';
import { SetRequiredPaperHandler } from './set-required-paper.handler';

@Controller('api/completeness-lists')
export class SetRequiredPaperController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SetRequiredPaperHandler,
  ) {}

  @Post(':siteId/set-paper')
  @Operation('archives.setRequiredPaper', {
    summary: { zh: '应归材料清单增加或更改一项', en: 'Put a paper on a completeness list, or change it there' },
    description: {
      zh: '此后未归入的在建档案显示缺件；已立卷或已移交的不变。停用过的材料可以恢复。须带 If-Match。',
      en: 'Living files that grow lack it from then on where it is not there; what was closed or handed over stays as it was. One that was retired comes back. Needs If-Match.',
    },
    ok: 200,
    okBody: CompletenessListView,
    errors: ['stale', 'precondition-missing'],
  })
  set(@PathId('siteId') siteId: string, @Body() input: SetRequiredPaperDto, @Command() command: CommandContext): Promise<Answer<CompletenessListView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, siteId, input), completenessListView);
  }
}
