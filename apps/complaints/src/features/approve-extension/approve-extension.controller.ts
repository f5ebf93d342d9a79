import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { ApproveExtensionDto } from './approve-extension.dto';
import { ApproveExtensionHandler } from './approve-extension.handler';

@Controller('api/complaints')
export class ApproveExtensionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ApproveExtensionHandler,
  ) {}

  @Post(':id/approve-extension')
  @Operation('complaints.approveExtension', {
    summary: { zh: '审批延期', en: 'Approve or refuse an extension' },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  approve(@PathId() id: string, @Body() input: ApproveExtensionDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
