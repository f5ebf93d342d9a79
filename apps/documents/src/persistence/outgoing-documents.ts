import { Injectable } from '@nestjs/common';
import { grantAccess, lockRow, lockThenJudge, revokeAccess } from '@property-office/access';
import { searchText, searchWords } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { goesTo } from '../domain/copies';
import { outgoingErrors, outgoingStateAfter } from '../domain/outgoing-errors';
import type { OutgoingEvent } from '../domain/outgoing-event';
import type { OutgoingMove, OutgoingState } from '../domain/outgoing-states';
import { toOutgoingEvent } from '../outgoing-events';
import { documentAccess } from './document-access';
import { followAttachments } from './document-texts';
import { OutgoingDocument } from './outgoing-document.entity';

/** Locked until COMMIT: whoever holds it is the only one to change it. */
export interface LockedOutgoing {
  document: OutgoingDocument;
  act: Act;
  /** Where the move leads. */
  state: OutgoingState;
}

/** Outgoing documents as they are written: the row and the event that says why, always together. */
@Injectable()
export class OutgoingDocuments {
  constructor(private readonly ledger: Ledger) {}

  insert(tx: Transaction, document: OutgoingDocument, act: Act): void {
    tx.save(document);
    this.ledger.append(tx, toOutgoingEvent(document, act, { kind: 'drafted' }));
    this.name(tx, document, document.draftedBy);
    followAttachments(tx, document);
  }

  /**
   * The document somebody acts on, if they may and its state allows it.
   * @throws outgoingUnknown (404) where there is none, or none of theirs; stale (412); outgoingMoveIllegal (409); the errors of `actOf`
   */
  async lockForMove(tx: Transaction, command: CommandContext, id: string, move: OutgoingMove, input: ActFields): Promise<LockedOutgoing> {
    const locked = await this.lockForAct(tx, command, id, input);
    return { ...locked, state: outgoingStateAfter(locked.document, move) };
  }

  /** As `lockForMove`, whatever its state. */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Omit<LockedOutgoing, 'state'>> {
    const { principal, operation } = command;
    const access = documentAccess(principal, operation, 'act', 2);
    const judge = `SELECT 1 FROM outgoing_document d WHERE d.id = $1 AND ${access.sql}`;
    if (!(await lockThenJudge(tx, lockRow('outgoing_document'), judge, [id, ...access.params]))) throw outgoingErrors.outgoingUnknown();
    const document = await tx.manager.findOneByOrFail(OutgoingDocument, { id });
    assertFresh(command, document.version);
    return { document, act: actOf(tx, command, document.siteId, input, document.lastHappenedAt) };
  }

  /** For what happens by itself. @returns null where there is none */
  lock(tx: Transaction, id: string): Promise<OutgoingDocument | null> {
    return tx.manager.findOne(OutgoingDocument, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Changes a locked document and records why; its version counts every event. */
  advance(tx: Transaction, document: OutgoingDocument, act: Act, event: OutgoingEvent, changes: Partial<OutgoingDocument> = {}): void {
    // What a clock says is no act that others follow: one that happened before may still be entered (G2).
    const follows = event.kind !== 'escalated' && event.kind !== 'shown-on-time' && act.happenedAt > document.lastHappenedAt;
    const lastHappenedAt = follows ? act.happenedAt : document.lastHappenedAt;
    Object.assign(document, { ...changes, version: document.version + 1, lastHappenedAt, changedAt: tx.now });
    Object.assign(document, searchedBy(document));
    tx.save(document);
    this.ledger.append(tx, toOutgoingEvent(document, act, event));
  }

  /** Somebody is named in its chain: they see it, and may do what is theirs. */
  name(tx: Transaction, document: OutgoingDocument, personId: string): void {
    grantAccess(tx, tieOf(document, personId));
  }

  /** Somebody has no part in it any more, unless they wrote or signed it. */
  unname(tx: Transaction, document: OutgoingDocument, personId: string): void {
    const { draftedBy, authorIds, signedBy } = document;
    if (![draftedBy, signedBy, ...authorIds].includes(personId)) revokeAccess(tx, tieOf(document, personId));
  }
}

function tieOf({ id, siteId, version }: OutgoingDocument, personId: string) {
  return { objectId: id, siteId, subject: `person:${personId}` as const, right: 'act' as const, sourceVersion: version };
}

/** By what a document is found: its numbers, its title, whom it goes to. */
export function searchedBy({ draftNumber, number, title, ...to }: Pick<OutgoingDocument, 'draftNumber' | 'number' | 'title' | 'recipients' | 'copiesTo'>) {
  const text = searchText(draftNumber, number, title, ...goesTo(to));
  return { searchText: text, searchWords: searchWords(text) };
}
