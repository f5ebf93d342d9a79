import { Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { notificationErrors } from '../../domain/errors';
import { noteReader } from '../../notices/persistence/readers';
import { markRead, type InboxEntry } from '../../persistence/inbox';
import { NotificationView, viewOf } from '../notification.view';

@Controller('api/inbox')
export class MarkReadController {
  constructor(private readonly commands: Commands) {}

  @Post(':id/read')
  @Operation('notifications.markRead', { summary: { zh: '标为已读', en: 'Mark as read' }, ok: 200, okBody: NotificationView })
  read(@PathId() id: string, @Command() command: CommandContext): Promise<Answer<NotificationView>> {
    return this.commands.run(command, async (tx) => {
      const entry = await markRead(tx, command.principal.personId, id);
      if (!entry) throw notificationErrors.notificationUnknown();
      if (opensNotice(entry)) await noteReader(tx, entry.subjectId, command.principal.personId, false);
      return ok(viewOf(entry, command.language));
    });
  }
}

/** Whoever opens a notice from the inbox has read it. */
function opensNotice({ kind }: InboxEntry): boolean {
  return kind === 'notice-released' || kind === 'notice-reminder';
}
