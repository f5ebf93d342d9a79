import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { CompletenessListView, completenessListView } from '../completeness-list.view';
import { RetireRequiredPaperDto } from './retire-required-paper.dto';
import { RetireRequiredPaperHandler } from './retire-required-paper.handler';

@Controller('api/completeness-lists')
export class RetireRequiredPaperController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RetireRequiredPaperHandler,
  ) {}

  @Post(':siteId/retire-paper')
  @Operation('archives.retireRequiredPaper', {
    summary: { zh: '应归材料清单停用一项', en: 'Retire a paper of a completeness list' },
    description: { zh: '此后在建档案不再缺这一项；已归入的材料、已立卷或已移交的不变。须带 If-Match。', en: 'Living files that grow lack it no longer; what was filed, closed or handed over stays as it was. Needs If-Match.' },
    ok: 200,
    okBody: CompletenessListView,
    errors: ['conflict', 'stale', 'precondition-missing'],
  })
  retire(@PathId('siteId') siteId: string, @Body() input: RetireRequiredPaperDto, @Command() command: CommandContext): Promise<Answer<CompletenessListView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, siteId, input), completenessListView);
  }
}
