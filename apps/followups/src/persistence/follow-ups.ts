import { Injectable } from '@nestjs/common';
import { accessCondition, actorFor, lockRow, lockThenJudge, onObject, personsBehind, shieldCondition, siteActedFrom, siteOfTie } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { followUpErrors } from '../domain/errors';
import type { FollowUpEvent } from '../domain/follow-up-event';
import { toNewEvent } from '../events';
import { anyWorkedOn } from './episode-workers';
import { FollowUp } from './follow-up.entity';
import { isPassedOnTo, tieSecondPeople } from './second-person-access';

/** Follow-ups as they are written: the row and the event that says why, always together. */
@Injectable()
export class FollowUps {
  constructor(private readonly ledger: Ledger) {}

  insert(tx: Transaction, followUp: FollowUp, act: Act): void {
    tx.save(followUp);
    this.locked(tx).set(episodeKey(followUp.repairRequestId!, followUp.episode), followUp);
    this.ledger.append(tx, toNewEvent(followUp, act, { kind: 'planned' }));
  }

  /** The one of a closed complaint is due at once. */
  insertDue(tx: Transaction, followUp: FollowUp, act: Act): void {
    tx.save(followUp);
    this.ledger.append(tx, toNewEvent(followUp, act, { kind: 'due' }));
  }

  /**
   * The follow-up a person acts on, if they may.
   * @throws unknown (404), stale (412), ownWork (403) for whoever did or helped with the work, or handled the complaint,
   *   directorsOwn (403) after a major complaint; the errors of `actOf`
   */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<{ followUp: FollowUp; act: Act }> {
    const { operation } = command;
    const access = accessCondition(command.principal, { operation, right: 'act', objectColumn: 'f.id', siteColumn: 'f.site_id', firstParam: 2 });
    // That of a complaint is hidden from whom it is about, and from their crew (W2.3).
    const shield = shieldCondition(command.principal, { objectColumn: 'f.id', firstParam: 2 + access.params.length });
    const judge = `SELECT 1 FROM follow_up f WHERE f.id = $1 AND ${access.sql} AND ${shield.sql}`;
    if (!(await lockThenJudge(tx, lockRow('follow_up'), judge, [id, ...access.params, ...shield.params]))) throw followUpErrors.unknown();
    // As the shield stands now that it is locked.
    const principal = await onObject(tx, command.principal, id);
    const followUp = await tx.manager.findOneByOrFail(FollowUp, { id });
    // Whom it was passed on to does it as the director they are elsewhere, or stand in for, even where they have a lesser role.
    const passedOn = await isPassedOnTo(tx, followUp, principal.personId);
    const site = (passedOn ? siteOfTie : siteActedFrom)(principal, operation, followUp.siteId);
    const act = actOf(tx, { principal, operation }, site, input, followUp.lastHappenedAt);
    if (passedOn) act.actor = actorFor(principal, operation, site, ['director']);
    // Tested on the person, never on the role, and on both of "X for Y" (G1).
    if (await anyWorkedOn(tx, followUp, personsBehind(act.actor))) throw followUpErrors.ownWork();
    assertFresh(command, followUp.version);
    const isDirectors = act.actor.role === 'director' || act.actor.role === 'company';
    if (followUp.major && !isDirectors && followUp.passedOnTo !== 'same-site') throw followUpErrors.directorsOwn();
    return { followUp, act };
  }

  /** The follow-up of an episode a fact is about. */
  async lockForFact(tx: Transaction, repairRequestId: string, episode: number): Promise<FollowUp> {
    const locked = this.locked(tx);
    const key = episodeKey(repairRequestId, episode);
    let followUp = locked.get(key);
    if (!followUp) {
      followUp = await tx.manager.findOneOrFail(FollowUp, { where: { repairRequestId, episode }, lock: { mode: 'pessimistic_write' } });
      locked.set(key, followUp);
    }
    return followUp;
  }

  /** The follow-up that a timer is about. */
  async lockById(tx: Transaction, id: string): Promise<FollowUp> {
    return tx.manager.findOneOrFail(FollowUp, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The follow-up of a round of a complaint, if there is one. */
  async lockOfComplaint(tx: Transaction, complaintId: string, episode: number): Promise<FollowUp | undefined> {
    const options = { where: { complaintId, episode }, lock: { mode: 'pessimistic_write' } } as const;
    return (await tx.manager.findOne(FollowUp, options)) ?? undefined;
  }

  /** Those locked, or made, in a transaction, as they stand in it. */
  private locked(tx: Transaction): Map<string, FollowUp> {
    return tx.remember(this, () => new Map());
  }

  /** Changes a locked follow-up and records why; its version counts every event. */
  advance(tx: Transaction, followUp: FollowUp, act: Act, event: FollowUpEvent, changes: Partial<FollowUp> = {}): void {
    // What a clock says is no act that others follow: one that happened before may still be entered (G2).
    const follows = event.kind !== 'escalated' && event.kind !== 'shown-on-time' && act.happenedAt > followUp.lastHappenedAt;
    const lastHappenedAt = follows ? act.happenedAt : followUp.lastHappenedAt;
    Object.assign(followUp, { ...changes, version: followUp.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(followUp);
    tieSecondPeople(tx, followUp, event);
    this.ledger.append(tx, toNewEvent(followUp, act, event));
  }
}

function episodeKey(repairRequestId: string, episode: number): string {
  return `${repairRequestId} ${episode}`;
}
