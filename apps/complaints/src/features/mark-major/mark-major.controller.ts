import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { MarkMajorDto } from './mark-major.dto';
import { MarkMajorHandler } from './mark-major.handler';

@Controller('api/complaints')
export class MarkMajorController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: MarkMajorHandler,
  ) {}

  @Post(':id/mark-major')
  @Operation('complaints.markMajor', {
    summary: { zh: '列为重大投诉', en: 'Make it a major complaint' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  mark(@PathId() id: string, @Body() input: MarkMajorDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
