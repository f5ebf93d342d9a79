import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ContactViews } from '../contact-views';
import { ContactView } from '../contact.view';
import { ReturnContactDto } from './return-contact.dto';
import { ReturnContactHandler } from './return-contact.handler';

@Controller('api/contacts')
export class ReturnContactController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReturnContactHandler,
    private readonly views: ContactViews,
  ) {}

  @Post(':id/return')
  @Operation('reception.returnContact', { summary: { zh: '退回移交', en: 'Return a contact that is offered' }, ok: 200, okBody: ContactView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: ReturnContactDto, @Command() command: CommandContext): Promise<Answer<ContactView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (contact) => this.views.masked(contact),
    );
  }
}
