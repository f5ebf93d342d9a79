import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { RequestExtensionDto } from './request-extension.dto';
import { RequestExtensionHandler } from './request-extension.handler';

@Controller('api/complaints')
export class RequestExtensionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RequestExtensionHandler,
  ) {}

  @Post(':id/request-extension')
  @Operation('complaints.requestExtension', {
    summary: { zh: '申请延期', en: 'Ask for an extension' },
    description: { zh: '最多一次，须在原定日期之前批准并告知投诉人。', en: 'Once at most; approved, and told to the complainant, before the old date.' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  request(@PathId() id: string, @Body() input: RequestExtensionDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
