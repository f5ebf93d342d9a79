import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '@property-office/persistence';
import type { Language } from '@property-office/service-kit';
import { Contents, type RenderedContent } from '../../sending/contents';
import { titleOf } from '../../domain/notices';
import { contentIn } from '../domain/notice-content';
import { inboxDataOf } from '../persistence/inbox-data';
import { Notice } from '../persistence/notice.entity';

/** What the senders of e-mail, SMS and WeChat say of a notice: its approved words, while it holds; and that it was withdrawn or corrected. */
@Injectable()
export class NoticeDeliveries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly contents: Contents,
  ) {}

  onModuleInit(): void {
    this.contents.on<{ noticeId: string }>('notice', ({ noticeId }, language) => this.render(noticeId, language));
    this.contents.on<{ noticeId: string }>('notice-withdrawn', ({ noticeId }, language) => this.renderWithdrawal(noticeId, language));
    this.contents.on<{ noticeId: string }>('notice-corrected', ({ noticeId }, language) => this.renderCorrection(noticeId, language));
  }

  /** @returns undefined once it was withdrawn, corrected or is over: it is not sent any more */
  private async render(noticeId: string, language: Language): Promise<RenderedContent | undefined> {
    const notice = await this.find(noticeId);
    if (notice?.state !== 'released') return undefined;
    const { zh, en, whatChanged } = contentIn(notice.content);
    const { title, body } = language === 'en' && en ? en : zh;
    const text = [...(whatChanged === null ? [] : [whatChanged]), body].join('\n\n');
    return { title, text, template: { kind: 'notice', parameters: { title, number: notice.number } } };
  }

  private async renderWithdrawal(noticeId: string, language: Language): Promise<RenderedContent | undefined> {
    const notice = await this.find(noticeId);
    if (notice?.state !== 'withdrawn') return undefined;
    return shortly('notice-withdrawn', notice, notice.withdrawnBecause ?? '', language);
  }

  /** @returns undefined once the new edition holds no longer either: whoever knew the old one is told of that */
  private async renderCorrection(noticeId: string, language: Language): Promise<RenderedContent | undefined> {
    const next = await this.find(noticeId);
    if (next?.state !== 'released') return undefined;
    return shortly('notice-corrected', next, contentIn(next.content).whatChanged ?? '', language);
  }

  private find(id: string): Promise<Notice | null> {
    return this.database.dataSource.getRepository(Notice).findOneBy({ id });
  }
}

function shortly(kind: 'notice-withdrawn' | 'notice-corrected', notice: Notice, text: string, language: Language): RenderedContent {
  const data = inboxDataOf(notice);
  const title = titleOf(kind, data, language);
  return { title, text, short: title, template: { kind, parameters: { title: data.title[language], number: notice.number } } };
}
