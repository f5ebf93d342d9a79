import { Injectable } from '@nestjs/common';
import { datedNumber } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import type { NoticeContent } from '../../domain/notice-content';
import { NoticeNumbers } from '../../persistence/notice-numbers';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { newNotice } from '../new-notice';
import { NoticeContents } from '../notice-contents';
import type { DraftNoticeDto } from './draft-notice.dto';

export interface PreparedDraft {
  id: string;
  content: NoticeContent;
  sequence: number;
}

/** A notice is written (W2.4). Nothing of it is out before somebody else has approved it. */
@Injectable()
export class DraftNoticeHandler {
  constructor(
    private readonly contents: NoticeContents,
    private readonly numbers: NoticeNumbers,
    private readonly notices: Notices,
  ) {}

  /** @throws the errors of `NoticeContents.of` */
  async prepare({ principal }: CommandContext, input: DraftNoticeDto): Promise<PreparedDraft> {
    const id = newId();
    const { siteId, kind } = input;
    const content = await this.contents.of(input, { noticeId: id, siteId, kind, writerId: principal.personId });
    return { id, content, sequence: await this.numbers.next() };
  }

  /** @throws roleMayNot (403), validityNotAhead (400) */
  execute(tx: Transaction, command: CommandContext, input: DraftNoticeDto, { id, content, sequence }: PreparedDraft): Notice {
    const act = actOf(tx, command, input.siteId, input);
    const notice = newNotice(tx, act, content, { id, number: datedNumber('N', tx.now, sequence), siteId: input.siteId });
    this.notices.insert(tx, notice, act);
    return notice;
  }
}
