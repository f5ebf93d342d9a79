import { Injectable } from '@nestjs/common';
import { accessCondition, isSomebodyElse, lockRow, lockThenJudge } from '@property-office/access';
import type { Actor } from '@property-office/contracts';
import { searchText, searchWords } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { noticeErrors } from '../domain/errors';
import { canonicalText, hashOf, type NoticeContent } from '../domain/notice-content';
import type { NoticeEvent } from '../domain/notice-event';
import { toNewEvent } from '../events';
import { Notice } from './notice.entity';

/** Locked until COMMIT: whoever holds it is the only one to change it. */
export interface LockedNotice {
  notice: Notice;
  act: Act;
}

/** Notices as they are written: the row and the event that says why, always together. */
@Injectable()
export class Notices {
  constructor(private readonly ledger: Ledger) {}

  /** @param happened `drafted`, or `released` by the night lane: its first event */
  insert(tx: Transaction, notice: Notice, act: Act, happened: NoticeEvent = { kind: 'drafted' }): void {
    tx.save(notice);
    this.ledger.append(tx, toNewEvent(notice, act, happened));
  }

  /**
   * The notice a person acts on, if they may.
   * @param followed when what the act follows happened; the last act, where it is not told
   * @throws unknown (404) where there is none, or none of theirs; stale (412); the errors of `actOf`
   */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields, followed = (notice: Notice) => notice.lastHappenedAt): Promise<LockedNotice> {
    const { principal, operation } = command;
    const access = accessCondition(principal, { operation, right: 'act', objectColumn: 'n.id', siteColumn: 'n.site_id', firstParam: 2 });
    const judge = `SELECT 1 FROM notice n WHERE n.id = $1 AND ${access.sql}`;
    if (!(await lockThenJudge(tx, lockRow('notice'), judge, [id, ...access.params]))) throw noticeErrors.unknown();
    const notice = await tx.manager.findOneByOrFail(Notice, { id });
    assertFresh(command, notice.version);
    return { notice, act: actOf(tx, command, notice.siteId, input, followed(notice)) };
  }

  /** The notice a timer or another edition is about. */
  async lockForFact(tx: Transaction, id: string): Promise<Notice> {
    return tx.manager.findOneOrFail(Notice, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** As it stands, for what is told of it. */
  of(tx: Transaction, id: string): Promise<Notice> {
    return tx.manager.findOneByOrFail(Notice, { id });
  }

  /** The edition that ends and those it had taken the place of: what residents may have read and not been told to forget. */
  async believedEditions(tx: Transaction, { id, number }: Notice): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(`SELECT id FROM notice WHERE number = $2 AND (id = $1 OR state = 'corrected')`, [id, number]);
    return new Set(rows.map((row) => row.id));
  }

  /** Changes a locked notice and records why; its version counts every event. */
  advance(tx: Transaction, notice: Notice, act: Act, event: NoticeEvent, changes: Partial<Notice> = {}): void {
    // What a clock says is no act: one that was entered later may have happened before it.
    const isAct = event.kind !== 'escalated' && event.kind !== 'shown-on-time';
    const lastHappenedAt = isAct && act.happenedAt > notice.lastHappenedAt ? act.happenedAt : notice.lastHappenedAt;
    Object.assign(notice, { ...changes, version: notice.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(notice);
    this.ledger.append(tx, toNewEvent(notice, act, event));
  }

  /** Whether an act is of nobody who did the last one of a kind, nor for them: says the ledger (G1). */
  async isNotOf(tx: Transaction, { id }: Notice, actor: Actor, type: 'notice-submitted' | 'notice-released'): Promise<boolean> {
    const [row] = await tx.query<{ actor_id: string; actor_role: Actor['role']; actor_for: string | null }>(
      `SELECT actor_id, actor_role, actor_for FROM ledger WHERE aggregate_id = $1 AND type = $2 ORDER BY aggregate_version DESC LIMIT 1`,
      [id, `notifications.${type}.v1`],
    );
    const { actor_id: personId, actor_role: role, actor_for: forPersonId } = row!;
    return isSomebodyElse(actor, { personId, role, ...(forPersonId !== null && { forPersonId }) });
  }

  /**
   * The content is byte for byte the one somebody approved, says the ledger, which nobody can edit.
   * @throws altered (409)
   */
  async assertAsApproved(tx: Transaction, { id, content, contentHash }: Notice): Promise<void> {
    const [row] = await tx.query<{ hash: string }>(
      `SELECT data ->> 'contentHash' AS hash FROM ledger WHERE aggregate_id = $1 AND type = 'notifications.notice-approved.v1'
       ORDER BY aggregate_version DESC LIMIT 1`,
      [id],
    );
    if (row?.hash !== contentHash || hashOf(content) !== contentHash) throw noticeErrors.altered();
  }
}

/** What follows from a content for the columns beside it. */
export function columnsOf(number: string, content: NoticeContent) {
  const canonical = canonicalText(content);
  const { zh, en, channels, onPublicBoard, validUntil, kind } = content;
  const text = searchText(number, zh.title, zh.body, en?.title, en?.body);
  return {
    kind,
    content: canonical,
    contentHash: hashOf(canonical),
    validUntil: validUntil === null ? null : new Date(validUntil),
    onBoard: channels.includes('portal-board'),
    onPublicBoard,
    searchText: text,
    searchWords: searchWords(text),
  };
}
