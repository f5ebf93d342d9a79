import { Injectable } from '@nestjs/common';
import { personsBehind } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import { requestErrors, type CommandContext } from '@property-office/service-kit';
import { noticeErrors, stateAfter } from '../../domain/errors';
import { contentIn, type NoticeContent } from '../../domain/notice-content';
import { columnsOf, Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { ReadNotices } from '../../persistence/read-notices';
import { assertValidAhead } from '../new-notice';
import { NoticeContents } from '../notice-contents';
import type { NoticeContentDto } from '../notice-content.dto';

/** A new content, looked up for the version it replaces. */
export interface PreparedEdit {
  content: NoticeContent;
  version: number;
}

/** A draft, or what came back with remarks, gets another content. What was submitted is not changed under its reader. */
@Injectable()
export class EditNoticeHandler {
  constructor(
    private readonly reading: ReadNotices,
    private readonly contents: NoticeContents,
    private readonly notices: Notices,
  ) {}

  /** @throws unknown (404), noticeMoveIllegal (409), the errors of `NoticeContents.of` */
  async prepare(command: CommandContext, id: string, input: NoticeContentDto): Promise<PreparedEdit> {
    const notice = await this.reading.one(command.principal, id, command.operation);
    if (!notice) throw noticeErrors.unknown();
    stateAfter(notice.state, 'edit');
    const { siteId, kind, version } = notice;
    const { attachments: files, whatChanged } = contentIn(notice.content);
    const of = { noticeId: id, siteId, kind, writerId: command.principal.personId, files, ...(whatChanged !== null && { whatChanged }) };
    return { content: await this.contents.of(input, of), version };
  }

  /** @throws unknown (404), stale (412), noticeMoveIllegal (409), validityNotAhead (400) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: NoticeContentDto, { content, version }: PreparedEdit): Promise<Notice> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input);
    const state = stateAfter(notice.state, 'edit');
    if (notice.version !== version) throw requestErrors.stale();
    assertValidAhead(content, tx.now);
    const writerIds = [...new Set([...notice.writerIds, ...personsBehind(act.actor)])];
    this.notices.advance(tx, notice, act, { kind: 'edited' }, { ...columnsOf(notice.number, content), state, writerIds });
    return notice;
  }
}
