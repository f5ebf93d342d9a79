import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ContactViews } from '../contact-views';
import { ContactView } from '../contact.view';
import { OfferContactDto } from './offer-contact.dto';
import { OfferContactHandler } from './offer-contact.handler';

@Controller('api/contacts')
export class OfferContactController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: OfferContactHandler,
    private readonly views: ContactViews,
  ) {}

  @Post(':id/offer')
  @Operation('reception.offerContact', { summary: { zh: '移交来电来访', en: 'Offer a contact to a colleague' }, ok: 200, okBody: ContactView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: OfferContactDto, @Command() command: CommandContext): Promise<Answer<ContactView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (contact) => this.views.masked(contact),
    );
  }
}
