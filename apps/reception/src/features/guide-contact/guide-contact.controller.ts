import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ContactViews } from '../contact-views';
import { ContactView } from '../contact.view';
import { GuideContactDto } from './guide-contact.dto';
import { GuideContactHandler } from './guide-contact.handler';

@Controller('api/contacts')
export class GuideContactController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: GuideContactHandler,
    private readonly views: ContactViews,
  ) {}

  @Post(':id/guide')
  @Operation('reception.guideContact', { summary: { zh: '指引到别处', en: 'Tell the caller where else to turn' }, ok: 200, okBody: ContactView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: GuideContactDto, @Command() command: CommandContext): Promise<Answer<ContactView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (contact) => this.views.masked(contact),
    );
  }
}
