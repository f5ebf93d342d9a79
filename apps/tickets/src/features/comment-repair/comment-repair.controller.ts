import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { RepairRequestView } from '../repair-request.view';
import { RepairViews } from '../repair-views';
import { CommentRepairDto } from './comment-repair.dto';
import { CommentRepairHandler } from './comment-repair.handler';

@Controller('api/repair-requests')
export class CommentRepairController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CommentRepairHandler,
    private readonly views: RepairViews,
  ) {}

  @Post(':id/comment')
  @Operation('tickets.commentRepair', {
    summary: { zh: '给报修留言', en: 'Comment on a repair request' },
    ok: 200,
    okBody: RepairRequestView,
    errors: ['stale'],
  })
  comment(@PathId() id: string, @Body() input: CommentRepairDto, @Command() command: CommandContext): Promise<Answer<RepairRequestView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (request) => this.views.masked(request),
    );
  }
}
