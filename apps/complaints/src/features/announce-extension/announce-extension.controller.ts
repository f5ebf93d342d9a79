import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { AnnounceExtensionDto } from './announce-extension.dto';
import { AnnounceExtensionHandler } from './announce-extension.handler';

@Controller('api/complaints')
export class AnnounceExtensionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AnnounceExtensionHandler,
  ) {}

  @Post(':id/announce-extension')
  @Operation('complaints.announceExtension', {
    summary: { zh: '登记已告知延期', en: 'Record that the complainant was told of an extension' },
    description: {
      zh: '全部投诉人都在原期限前得知后，延期方才生效；没有账户而尚未告知的，由处理人逐一告知。未能及时告知的，原期限不变。',
      en: 'It holds once all who complain were told before the old date: whom no account tells, the handler does, one by one. Where one is not told in time the old date stands.',
    },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  announce(@PathId() id: string, @Body() input: AnnounceExtensionDto, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
