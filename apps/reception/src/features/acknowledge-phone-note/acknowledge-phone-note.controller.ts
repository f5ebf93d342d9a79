import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { PhoneNoteViews } from '../phone-note-views';
import { PhoneNoteView } from '../phone-note.view';
import { AcknowledgePhoneNoteHandler } from './acknowledge-phone-note.handler';

@Controller('api/phone-notes')
export class AcknowledgePhoneNoteController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AcknowledgePhoneNoteHandler,
    private readonly views: PhoneNoteViews,
  ) {}

  @Post(':id/acknowledge')
  @Operation('reception.acknowledgePhoneNote', { summary: { zh: '确认收到转告', en: 'Acknowledge a phone note' }, ok: 200, okBody: PhoneNoteView, errors: ['conflict', 'stale'] })
  act(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<PhoneNoteView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (note) => this.views.masked(note),
    );
  }
}
