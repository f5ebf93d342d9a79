import { Injectable } from '@nestjs/common';
import { accessCondition, grantAccess, lockRow, lockThenJudge, revokeAccess, type OperationKey, type Right, type SqlFragment } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { documentErrors } from '../domain/errors';
import type { MailEvent } from '../domain/mail-event';
import { toMailEvent } from '../events';
import { documentAccess } from './document-access';
import { followAttachments } from './document-texts';
import { MailItem } from './mail-item.entity';

/** Rights on `mail_item m`: what became a document that is hidden from somebody is hidden from them, too. */
export function mailAccess(principal: Principal, operation: OperationKey, right: Right, firstParam: number): SqlFragment {
  const access = accessCondition(principal, { operation, right, firstParam, objectColumn: 'm.id', siteColumn: 'm.site_id' });
  const document = documentAccess(principal, 'documents.markDocumentRead', 'read', firstParam + access.params.length);
  return {
    sql: `(${access.sql} AND NOT EXISTS (SELECT 1 FROM incoming_document d
      WHERE d.id = m.document_id AND d.confidentiality = 'confidential' AND NOT ${document.sql}))`,
    params: [...access.params, ...document.params],
  };
}

/** Mail as it is written: the row and the event, always together. Its clocks are moved by whoever acts. */
@Injectable()
export class MailItems {
  constructor(private readonly ledger: Ledger) {}

  insert(tx: Transaction, mail: MailItem, act: Act): void {
    tx.save(mail);
    this.ledger.append(tx, toMailEvent(mail, act, { kind: 'signed-for' }));
    followAttachments(tx, mail);
    grantAccess(tx, tieOf(mail, mail.addresseeId));
  }

  /** @throws mailUnknown (404), stale (412); the errors of `actOf` */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<{ mail: MailItem; act: Act }> {
    const { principal, operation } = command;
    const access = mailAccess(principal, operation, 'act', 2);
    const judge = `SELECT 1 FROM mail_item m WHERE m.id = $1 AND ${access.sql}`;
    if (!(await lockThenJudge(tx, lockRow('mail_item'), judge, [id, ...access.params]))) throw documentErrors.mailUnknown();
    const mail = await tx.manager.findOneByOrFail(MailItem, { id });
    assertFresh(command, mail.version);
    return { mail, act: actOf(tx, command, mail.siteId, input, mail.lastHappenedAt) };
  }

  /** For what happens by itself. @returns null where there is none */
  lock(tx: Transaction, id: string): Promise<MailItem | null> {
    return tx.manager.findOne(MailItem, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Changes locked mail and records why; its version counts every event. */
  advance(tx: Transaction, mail: MailItem, act: Act, event: MailEvent, changes: Partial<MailItem> = {}): void {
    const before = mail.addresseeId;
    // What a clock says is no act that others follow: one that happened before may still be entered (G2).
    const follows = event.kind !== 'escalated' && event.kind !== 'shown-on-time' && act.happenedAt > mail.lastHappenedAt;
    const lastHappenedAt = follows ? act.happenedAt : mail.lastHappenedAt;
    Object.assign(mail, { ...changes, version: mail.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(mail);
    this.ledger.append(tx, toMailEvent(mail, act, event));
    if (mail.addresseeId === before) return;
    revokeAccess(tx, tieOf(mail, before));
    grantAccess(tx, tieOf(mail, mail.addresseeId));
  }
}

function tieOf({ id, siteId, version }: MailItem, personId: string) {
  return { objectId: id, siteId, subject: `person:${personId}` as const, right: 'act' as const, sourceVersion: version };
}
