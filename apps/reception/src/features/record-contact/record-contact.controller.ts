import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { ContactViews } from '../contact-views';
import { ContactView } from '../contact.view';
import { RecordContactDto } from './record-contact.dto';
import { RecordContactHandler } from './record-contact.handler';

@Controller('api/contacts')
export class RecordContactController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RecordContactHandler,
    private readonly views: ContactViews,
  ) {}

  @Post()
  @Operation('reception.recordContact', { summary: { zh: '登记来电来访', en: 'Record a contact' }, ok: 201, okBody: ContactView })
  record(@Body() input: RecordContactDto, @Command() command: CommandContext): Promise<Answer<ContactView>> {
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const contact = await this.handler.execute(tx, command, input, prepared);
        return created(`/api/contacts/${contact.id}`, this.views.masked(contact), contact.version);
      },
      () => this.handler.prepare(command, input),
    );
  }
}
