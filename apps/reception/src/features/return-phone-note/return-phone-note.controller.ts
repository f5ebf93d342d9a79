import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { PhoneNoteViews } from '../phone-note-views';
import { PhoneNoteView } from '../phone-note.view';
import { ReturnPhoneNoteDto } from './return-phone-note.dto';
import { ReturnPhoneNoteHandler } from './return-phone-note.handler';

@Controller('api/phone-notes')
export class ReturnPhoneNoteController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReturnPhoneNoteHandler,
    private readonly views: PhoneNoteViews,
  ) {}

  @Post(':id/return')
  @Operation('reception.returnPhoneNote', { summary: { zh: '退回转告', en: 'Return a phone note' }, ok: 200, okBody: PhoneNoteView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: ReturnPhoneNoteDto, @Command() command: CommandContext): Promise<Answer<PhoneNoteView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (note) => this.views.masked(note),
    );
  }
}
