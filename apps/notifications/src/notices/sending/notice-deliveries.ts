import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '@property-office/persistence';
import type { Language } from '@property-office/service-kit';
import { Contents, type RenderedContent } from '../../sending/contents';
import { contentIn } from '../domain/notice-content';
import { Notice } from '../persistence/notice.entity';

/** What the senders of e-mail, SMS and WeChat say of a notice: its approved words, while it holds. */
@Injectable()
export class NoticeDeliveries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly contents: Contents,
  ) {}

  onModuleInit(): void {
    this.contents.on<{ noticeId: string }>('notice', ({ noticeId }, language) => this.render(noticeId, language));
  }

  /** @returns undefined once it was withdrawn, corrected or is over: it is not sent any more */
  private async render(noticeId: string, language: Language): Promise<RenderedContent | undefined> {
    const notice = await this.database.dataSource.getRepository(Notice).findOneBy({ id: noticeId });
    if (notice?.state !== 'released') return undefined;
    const { zh, en, whatChanged } = contentIn(notice.content);
    const { title, body } = language === 'en' && en ? en : zh;
    const text = [...(whatChanged === null ? [] : [whatChanged]), body].join('\n\n');
    return { title, text, template: { kind: 'notice', parameters: { title, number: notice.number } } };
  }
}
