import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import type { Language } from '@property-office/service-kit';
import { Deliveries } from '../../persistence/deliveries';
import { Contents, type RenderedContent } from '../../sending/contents';
import { titleOf } from '../../domain/notices';
import { contentIn } from '../domain/notice-content';
import { inboxDataOf } from '../persistence/inbox-data';
import { Notice } from '../persistence/notice.entity';
import { addSlips } from '../persistence/recipients';
import { hasAnswered } from '../persistence/reminders';

/** What the senders of e-mail, SMS and WeChat say of a notice: its approved words, while it holds; and that it was withdrawn or corrected. */
@Injectable()
export class NoticeDeliveries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly contents: Contents,
    private readonly deliveries: Deliveries,
  ) {}

  onModuleInit(): void {
    this.deliveries.onGivenUp('notice', (tx, { content, personId }) => this.slipInstead(tx, (content as { noticeId: string }).noticeId, personId));
    this.contents.on<{ noticeId: string }>('notice', ({ noticeId }, language) => this.render(noticeId, language));
    this.contents.on<{ noticeId: string; personId: string }>('notice-reminder', ({ noticeId, personId }, language) => this.renderReminder(noticeId, personId, language));
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

  /** @returns undefined once they have read it, or it holds no longer */
  private async renderReminder(noticeId: string, personId: string, language: Language): Promise<RenderedContent | undefined> {
    const notice = await this.find(noticeId);
    if (notice?.state !== 'released') return undefined;
    const answered = await this.database.query(`SELECT 1 FROM (SELECT $1::uuid AS notice_id, $2::uuid AS person_id) r WHERE ${hasAnswered}`, [noticeId, personId]);
    if (answered.length > 0) return undefined;
    const { zh, en } = contentIn(notice.content);
    return shortly('notice-reminder', notice, (language === 'en' && en ? en : zh).body, language);
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

  /** Whom their only channel did not reach after all gets a slip under the door. */
  private async slipInstead(tx: Transaction, noticeId: string, personId: string | null): Promise<void> {
    const notice = await tx.manager.findOneBy(Notice, { id: noticeId });
    if (notice?.state === 'released' && personId) await addSlips(tx, notice, personId);
  }

  private find(id: string): Promise<Notice | null> {
    return this.database.dataSource.getRepository(Notice).findOneBy({ id });
  }
}

function shortly(kind: 'notice-reminder' | 'notice-withdrawn' | 'notice-corrected', notice: Notice, text: string, language: Language): RenderedContent {
  const data = inboxDataOf(notice);
  const title = titleOf(kind, data, language);
  return { title, text, short: title, template: { kind, parameters: { title: data.title[language], number: notice.number } } };
}
