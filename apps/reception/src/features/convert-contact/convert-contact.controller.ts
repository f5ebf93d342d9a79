import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ContactViews } from '../contact-views';
import { ContactView } from '../contact.view';
import { ConvertContactDto } from './convert-contact.dto';
import { ConvertContactHandler } from './convert-contact.handler';

@Controller('api/contacts')
export class ConvertContactController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ConvertContactHandler,
    private readonly views: ContactViews,
  ) {}

  @Post(':id/convert')
  @Operation('reception.convertContact', {
    summary: { zh: '转办来电来访', en: 'Convert a contact' },
    description: {
      zh: '重复点击只转办一次，并返回同样的结果；已按其他内容转办时返回 409。',
      en: 'However often it is clicked it is converted once, and answers the same; 409 where it was converted as something else.',
    },
    ok: 200,
    okBody: ContactView,
    errors: ['conflict', 'stale'],
  })
  convert(@PathId() id: string, @Body() input: ConvertContactDto, @Command() command: CommandContext): Promise<Answer<ContactView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const contact = await this.handler.execute(tx, command, id, input, prepared);
        return ok(this.views.masked(contact), contact.version);
      },
      () => this.handler.prepare(command, id, input),
    );
  }
}
