import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { PhoneNoteViews } from '../phone-note-views';
import { PhoneNoteView } from '../phone-note.view';
import { ReaddressPhoneNoteDto } from './readdress-phone-note.dto';
import { ReaddressPhoneNoteHandler } from './readdress-phone-note.handler';

@Controller('api/phone-notes')
export class ReaddressPhoneNoteController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReaddressPhoneNoteHandler,
    private readonly views: PhoneNoteViews,
  ) {}

  @Post(':id/readdress')
  @Operation('reception.readdressPhoneNote', { summary: { zh: '改转他人', en: 'Readdress a phone note' }, ok: 200, okBody: PhoneNoteView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: ReaddressPhoneNoteDto, @Command() command: CommandContext): Promise<Answer<PhoneNoteView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (note) => this.views.masked(note),
    );
  }
}
