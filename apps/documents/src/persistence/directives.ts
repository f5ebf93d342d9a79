import { Injectable } from '@nestjs/common';
import { accessCondition, grantAccess, lockRow, lockThenJudge, type OperationKey, type Right, type SqlFragment } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import type { Addressee } from '../domain/addressees';
import { directiveErrors, directiveStateAfter } from '../domain/directive-errors';
import type { DirectiveEvent } from '../domain/directive-event';
import type { DirectiveMove, DirectiveState } from '../domain/directive-states';
import { toDirectiveEvent } from '../directive-events';
import { addAddressees } from './directive-addressees';
import { Directive } from './directive.entity';
import { followAttachments, keepBody } from './document-texts';

/** Locked until COMMIT: whoever holds it is the only one to change it. */
export interface LockedDirective {
  directive: Directive;
  act: Act;
  /** Where the move leads. */
  state: DirectiveState;
}

/** Rights on `directive d`: of who gives directives on its site, and of whom it is addressed to. */
export function directiveAccess(principal: Principal, operation: OperationKey, right: Right, firstParam: number): SqlFragment {
  return accessCondition(principal, { operation, right, firstParam, objectColumn: 'd.id', siteColumn: 'd.site_id' });
}

/** Directives as they are written: the row and the event that says why, always together. */
@Injectable()
export class Directives {
  constructor(private readonly ledger: Ledger) {}

  insert(tx: Transaction, directive: Directive, act: Act, addressees: readonly Addressee[]): void {
    tx.save(directive);
    addAddressees(tx, directive, addressees);
    const addresseeIds = addressees.map(({ personId }) => personId);
    this.ledger.append(tx, toDirectiveEvent(directive, act, { kind: 'given', addresseeIds }));
    keepBody(tx, directive.id, directive.body);
    followAttachments(tx, directive);
    for (const personId of addresseeIds)
      grantAccess(tx, { objectId: directive.id, siteId: directive.siteId, subject: `person:${personId}`, right: 'act', sourceVersion: directive.version });
  }

  /**
   * The directive somebody acts on, if they may and its state allows it. What one of its addressees does follows nothing but
   * its being given: others may have been quicker.
   * @throws directiveUnknown (404) where there is none, or none of theirs; stale (412); directiveMoveIllegal (409); the errors of `actOf`
   */
  async lockForMove(tx: Transaction, command: CommandContext, id: string, move: DirectiveMove, input: ActFields): Promise<LockedDirective> {
    const { principal, operation } = command;
    const access = directiveAccess(principal, operation, 'act', 2);
    const judge = `SELECT 1 FROM directive d WHERE d.id = $1 AND ${access.sql}`;
    if (!(await lockThenJudge(tx, lockRow('directive'), judge, [id, ...access.params]))) throw directiveErrors.directiveUnknown();
    const directive = await tx.manager.findOneByOrFail(Directive, { id });
    assertFresh(command, directive.version);
    const act = actOf(tx, command, directive.siteId, input, directive.happenedAt);
    return { directive, act, state: directiveStateAfter(directive.state, move) };
  }

  /** For what happens by itself. @returns null where there is none */
  lock(tx: Transaction, id: string): Promise<Directive | null> {
    return tx.manager.findOne(Directive, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Changes a locked directive and records why; its version counts every event. */
  advance(tx: Transaction, directive: Directive, act: Act, event: DirectiveEvent, changes: Partial<Directive> = {}): void {
    Object.assign(directive, { ...changes, version: directive.version + 1, changedAt: tx.now });
    tx.save(directive);
    this.ledger.append(tx, toDirectiveEvent(directive, act, event));
  }
}
