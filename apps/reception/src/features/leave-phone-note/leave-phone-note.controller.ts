import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { PhoneNoteViews } from '../phone-note-views';
import { PhoneNoteView } from '../phone-note.view';
import { LeavePhoneNoteDto } from './leave-phone-note.dto';
import { LeavePhoneNoteHandler } from './leave-phone-note.handler';

@Controller('api/phone-notes')
export class LeavePhoneNoteController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: LeavePhoneNoteHandler,
    private readonly views: PhoneNoteViews,
  ) {}

  @Post()
  @Operation('reception.leavePhoneNote', { summary: { zh: '登记电话转告单', en: 'Leave a phone note for a colleague' }, ok: 201, okBody: PhoneNoteView })
  leave(@Body() input: LeavePhoneNoteDto, @Command() command: CommandContext): Promise<Answer<PhoneNoteView>> {
    return this.commands.run(
      command,
      async (tx, rules) => {
        const note = await this.handler.execute(tx, command, input, rules);
        return created(`/api/phone-notes/${note.id}`, this.views.masked(note), note.version);
      },
      () => this.handler.prepare(),
    );
  }
}
