import { Injectable } from '@nestjs/common';
import { grantAccess, lockRow, lockThenJudge, revokeAccess } from '@property-office/access';
import { searchText, searchWords } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { documentErrors, incomingStateAfter } from '../domain/errors';
import { handlingWords } from '../domain/handling-sheet';
import type { IncomingEvent } from '../domain/incoming-event';
import type { IncomingMove, IncomingState } from '../domain/incoming-states';
import { toIncomingEvent } from '../events';
import { documentAccess } from './document-access';
import { followAttachments, keepHandling } from './document-texts';
import { IncomingDocument } from './incoming-document.entity';

/** Locked until COMMIT: whoever holds it is the only one to change it. */
export interface LockedDocument {
  document: IncomingDocument;
  act: Act;
  /** Where the move leads. */
  state: IncomingState;
}

/** Incoming documents as they are written: the row and the event that says why, always together. */
@Injectable()
export class IncomingDocuments {
  constructor(private readonly ledger: Ledger) {}

  insert(tx: Transaction, document: IncomingDocument, act: Act, register: { year: number; n: number }): void {
    tx.save(document);
    this.ledger.append(tx, toIncomingEvent(document, act, { kind: 'registered', register }));
    this.name(tx, document, document.registeredBy);
    followAttachments(tx, document);
  }

  /**
   * The document somebody acts on, if they may and its state allows it.
   * @throws documentUnknown (404) where there is none, or none of theirs; stale (412); documentMoveIllegal (409); the errors of `actOf`
   */
  async lockForMove(tx: Transaction, command: CommandContext, id: string, move: IncomingMove, input: ActFields): Promise<LockedDocument> {
    const locked = await this.lockForAct(tx, command, id, input);
    return { ...locked, state: incomingStateAfter(locked.document.state, move) };
  }

  /** As `lockForMove`, whatever its state. */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Omit<LockedDocument, 'state'>> {
    const { principal, operation } = command;
    const access = documentAccess(principal, operation, 'act', 2);
    const judge = `SELECT 1 FROM incoming_document d WHERE d.id = $1 AND ${access.sql}`;
    if (!(await lockThenJudge(tx, lockRow('incoming_document'), judge, [id, ...access.params]))) throw documentErrors.documentUnknown();
    const document = await tx.manager.findOneByOrFail(IncomingDocument, { id });
    assertFresh(command, document.version);
    return { document, act: actOf(tx, command, document.siteId, input, document.lastHappenedAt) };
  }

  /** For what happens by itself. @returns null where there is none */
  lock(tx: Transaction, id: string): Promise<IncomingDocument | null> {
    return tx.manager.findOne(IncomingDocument, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Changes a locked document and records why; its version counts every event. */
  advance(tx: Transaction, document: IncomingDocument, act: Act, event: IncomingEvent, changes: Partial<IncomingDocument> = {}): void {
    // What a clock says is no act that others follow: one that happened before may still be entered (G2).
    const follows = event.kind !== 'escalated' && event.kind !== 'shown-on-time' && act.happenedAt > document.lastHappenedAt;
    const lastHappenedAt = follows ? act.happenedAt : document.lastHappenedAt;
    Object.assign(document, { ...changes, version: document.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(document);
    this.ledger.append(tx, toIncomingEvent(document, act, event));
    keepHandling(tx, document.id, handlingWords(document));
  }

  /** Somebody is named in its chain: they see it, and may do what is theirs. */
  name(tx: Transaction, document: IncomingDocument, personId: string): void {
    grantAccess(tx, tieOf(document, personId));
  }

  /** Somebody has no part in it any more, unless they are named for something else. */
  unname(tx: Transaction, document: IncomingDocument, personId: string): void {
    const { registeredBy, proposedBy, decidedBy, actingPersonId, supervisedBy } = document;
    if (![registeredBy, proposedBy, decidedBy, actingPersonId, supervisedBy].includes(personId)) revokeAccess(tx, tieOf(document, personId));
  }
}

/** By what a document is found: numbers, title, sender. */
export function searchedBy({ number, title, sender, theirNumber }: Pick<IncomingDocument, 'number' | 'title' | 'sender' | 'theirNumber'>) {
  const text = searchText(number, title, sender, theirNumber);
  return { searchText: text, searchWords: searchWords(text) };
}

function tieOf({ id, siteId, version }: IncomingDocument, personId: string) {
  return { objectId: id, siteId, subject: `person:${personId}` as const, right: 'act' as const, sourceVersion: version };
}
