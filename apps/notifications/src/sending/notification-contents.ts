import { Injectable } from '@nestjs/common';
import { titleOf, type NoticeKind } from '../domain/notices';
import { Contents } from './contents';

interface NotificationRef {
  kind: NoticeKind;
  data: Record<string, unknown>;
}

/** What stands in the inbox, said elsewhere: one sentence without anybody's name. */
@Injectable()
export class NotificationContents {
  constructor(contents: Contents) {
    contents.on<NotificationRef>('notification', ({ kind, data }, language) => {
      const sentence = titleOf(kind, data, language);
      const parameters = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)]));
      return { title: sentence, text: sentence, template: { kind, parameters } };
    });
  }
}
