import { Injectable } from '@nestjs/common';
import { accessCondition, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereSaid, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import { contentIn } from '../domain/notice-content';
import { correctionOf, postingOf, withdrawalOf, type Posting } from '../domain/posting';
import { Notice } from './notice.entity';
import { NoticeTask } from './notice-task.entity';

export interface TaskFilter {
  limit: number;
  cursor?: PagePosition;
  status?: string;
  noticeId?: string;
  siteId?: string;
  /** A number, or words of the group or board. */
  q?: string;
}

/** Reading tasks a principal may see; the condition is part of every query. */
@Injectable()
export class ReadTasks {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string, operation: OperationKey): Promise<NoticeTask | undefined> {
    return (await this.select(principal, operation, whereEquals('t.id', id), 1))[0];
  }

  /** What is posted for a task, and the edition its code leads to: whoever is to post it may read it. */
  async postingOf({ noticeId, task }: NoticeTask): Promise<{ posting: Posting; shown: Notice }> {
    const notice = await this.notice(noticeId);
    const content = contentIn(notice.content);
    if (task !== 'chat-retract') return { posting: postingOf(content), shown: notice };
    if (notice.correctedById === null) return { posting: withdrawalOf(content, notice.number, notice.withdrawnBecause ?? ''), shown: notice };
    const next = await this.notice(notice.correctedById);
    return { posting: correctionOf(contentIn(next.content), next.number), shown: next };
  }

  async page(principal: Principal, filter: TaskFilter): Promise<Page<NoticeTask>> {
    const { limit, cursor, status, noticeId, siteId, q } = filter;
    const said = q === undefined ? undefined : whereSaid(`t.number || ' ' || t.place`, q);
    if (q !== undefined && !said) return { items: [], nextCursor: null };
    const conditions = [
      ...whereEquals('t.state', status),
      ...whereEquals('t.notice_id', noticeId),
      ...whereEquals('t.site_id', siteId),
      ...(said ? [said] : []),
      ...whereAfter('t', cursor),
    ];
    const rows = await this.select(principal, 'notifications.listNoticeTasks', conditions, limit + 1);
    return toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
  }

  private notice(id: string): Promise<Notice> {
    return this.database.dataSource.getRepository(Notice).findOneByOrFail({ id });
  }

  private async select(principal: Principal, operation: OperationKey, conditions: ListCondition[], limit: number): Promise<NoticeTask[]> {
    const params = conditions.map(({ value }) => value);
    const access = accessCondition(principal, { operation, right: 'read', objectColumn: 't.id', siteColumn: 't.site_id', firstParam: params.length + 1 });
    const rows = await this.database.query<{ id: string }>(
      `SELECT t.id FROM notice_task t WHERE ${[...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ')} ORDER BY t.recorded_at DESC, t.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
    if (rows.length === 0) return [];
    const repository = this.database.dataSource.getRepository(NoticeTask);
    const found = new Map((await repository.findBy({ id: In(rows.map(({ id }) => id)) })).map((task) => [task.id, task]));
    return rows.flatMap(({ id }) => found.get(id) ?? []);
  }
}
