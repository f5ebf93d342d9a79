import { Injectable } from '@nestjs/common';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { noticeErrors, stateAfter } from '../../domain/errors';
import { contentIn, type NoticeContent } from '../../domain/notice-content';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { ReadNotices } from '../../persistence/read-notices';
import { newNotice } from '../new-notice';
import { NoticeContents } from '../notice-contents';
import type { CorrectNoticeDto } from './correct-notice.dto';

export interface PreparedCorrection {
  id: string;
  content: NoticeContent;
}

/**
 * What is out is never edited: a new edition says what changed and takes the same road (W2.4). The old one holds until the
 * new one is released.
 */
@Injectable()
export class CorrectNoticeHandler {
  constructor(
    private readonly reading: ReadNotices,
    private readonly contents: NoticeContents,
    private readonly notices: Notices,
  ) {}

  /** @throws unknown (404), noticeMoveIllegal (409), the errors of `NoticeContents.of` */
  async prepare(command: CommandContext, id: string, input: CorrectNoticeDto): Promise<PreparedCorrection> {
    const corrected = await this.reading.one(command.principal, id, command.operation);
    if (!corrected) throw noticeErrors.unknown();
    stateAfter(corrected.state, 'correct');
    const noticeId = newId();
    const { siteId, kind } = corrected;
    const { attachments: files } = contentIn(corrected.content);
    const { whatChanged } = input;
    const content = await this.contents.of(input, { noticeId, siteId, kind, writerId: command.principal.personId, files, whatChanged });
    return { id: noticeId, content };
  }

  /** @throws unknown (404), stale (412), noticeMoveIllegal (409), validityNotAhead (400); the constraint notice_one_correction */
  async execute(tx: Transaction, command: CommandContext, id: string, input: CorrectNoticeDto, prepared: PreparedCorrection): Promise<Notice> {
    const { notice: corrected, act } = await this.notices.lockForAct(tx, command, id, input);
    stateAfter(corrected.state, 'correct');
    const { number, siteId } = corrected;
    const [last] = await tx.query<{ edition: number }>('SELECT max(edition) AS edition FROM notice WHERE number = $1', [number]);
    const notice = newNotice(tx, act, prepared.content, { id: prepared.id, number, siteId, edition: last!.edition + 1, correctsId: id });
    this.notices.insert(tx, notice, act);
    return notice;
  }
}
