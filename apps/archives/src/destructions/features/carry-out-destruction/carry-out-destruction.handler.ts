import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import type { Transaction } from '@property-office/persistence';
import { actOf, type Act, type CommandContext } from '@property-office/service-kit';
import { livingPapersOf } from '../../../persistence/living-volumes';
import { lockClosedAs } from '../../../persistence/lock-living-files';
import { Records } from '../../../persistence/records';
import { destructionErrors, destructionStateAfter } from '../../domain/errors';
import { isWitness } from '../../domain/witnesses';
import type { Destruction } from '../../persistence/destruction.entity';
import { Destructions, type Signature } from '../../persistence/destructions';
import { assertAllVisible, assertFree, lockRecords, type ListedRecord } from '../../../lists/persistence/listed-records';
import type { RegisteredRecord, RegisterEntry } from '../../register/register-entry';
import { Register } from '../../register/register';
import { RegisterKeeper } from '../../register/register-keeper';
import type { CarryOutDestructionDto } from './carry-out-destruction.dto';

/**
 * Somebody destroys what the list says, by their own act and never on a timer (W4.4). What records held goes by a function that runs as
 * `archives_destroy` and looks at approval, signatures, opinions, holds and terms again; description, list and proof remain. Bytes are
 * wiped by files, which hears of it.
 */
@Injectable()
export class CarryOutDestructionHandler {
  constructor(
    private readonly destructions: Destructions,
    private readonly records: Records,
    private readonly register: Register,
    private readonly keeper: RegisterKeeper,
    private readonly audit: Audit,
  ) {}

  /** @throws destructionUnknown (404), methodMissing (400), executorWitnessed (403), destructionMoveIllegal, recordsHeld, recordsUnseen, registerAhead (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { method: said, ...input }: CarryOutDestructionDto): Promise<Destruction> {
    const { destruction, act } = await this.destructions.lockForAct(tx, command, id, input);
    const state = destructionStateAfter(destruction.state, 'carry-out');
    const method = said ?? null;
    const signatures = await this.destructions.signaturesOf(tx, id);
    if (isWitness(act.actor, signatures.map(({ personId }) => personId))) throw destructionErrors.executorWitnessed();
    const ids = await this.destructions.recordsOf(tx, id);
    await assertAllVisible(tx, command.principal, ids);
    const listed = await lockRecords(tx, ids);
    await assertFree(tx, listed);
    await lockClosedAs(tx, ids);
    if (method === null && listed.some(({ carrier }) => carrier !== 'digital')) throw destructionErrors.methodMissing();
    // It follows whatever was done to any of them.
    actOf(tx, command, destruction.siteId, input, new Date(Math.max(...listed.map(({ state: { lastHappenedAt } }) => lastHappenedAt.getTime()))));
    await tx.query('SELECT destroy_listed($1, $2)', [id, act.happenedAt]);
    const registered = await registeredOf(tx, listed);
    const carriedOut = { carriedOutBy: act.actor.personId, carriedOutFor: act.actor.forPersonId ?? null, carriedOutAt: act.happenedAt, method };
    const { n, hash } = await this.register.append(tx, entryFor({ ...destruction, ...carriedOut }, act, signatures, registered));
    if (this.keeper.has(n)) throw destructionErrors.registerAhead();
    tx.send('DELETE FROM record_listing WHERE destruction_id = $1', [id]);
    for (const { state: record, archiveNumber, proof } of listed) {
      const { attachmentIds, living } = registered.find(({ recordId }) => recordId === record.id)!;
      this.records.advance(tx, { state: record, archiveNumber, act }, { kind: 'destroyed', destructionId: id, proof, attachmentIds, living });
    }
    this.destructions.advance(tx, destruction, act, { kind: 'carried-out', recordIds: ids, registerNumber: n, registerHash: hash }, { state, ...carriedOut, registerNumber: n });
    this.audit.record(tx, { actor: act.actor, operation: command.operation, objectType: 'destruction', objectId: id, siteId: destruction.siteId, details: { registerNumber: n, registerHash: hash } });
    tx.afterCommit(() => this.keeper.wake());
    return destruction;
  }
}

/** What each held, as its hashes say. */
async function registeredOf(tx: Transaction, listed: readonly ListedRecord[]): Promise<RegisteredRecord[]> {
  const rows = await tx.query<{ recordId: string; parts: string[]; attachmentIds: string[] }>(
    `SELECT r.id AS "recordId", coalesce(array_agg(p.sha256 ORDER BY p.kind, p.position) FILTER (WHERE p.sha256 IS NOT NULL), '{}') AS parts,
       coalesce(array_agg(p.attachment_id ORDER BY p.position) FILTER (WHERE p.attachment_id IS NOT NULL), '{}') AS "attachmentIds"
     FROM record r LEFT JOIN destroyed_part p ON p.record_id = r.id WHERE r.id = ANY ($1) GROUP BY r.id`,
    [listed.map(({ state }) => state.id)],
  );
  const held = new Map(rows.map((row) => [row.recordId, row]));
  const living = await livingPapersOf(tx, [...held.keys()]);
  return listed.map(({ state: { id }, archiveNumber, proof }) => {
    const { parts, attachmentIds } = held.get(id)!;
    const papers = living.get(id);
    return { recordId: id, archiveNumber, proof, parts, attachmentIds, ...(papers && { living: papers }) };
  });
}

function entryFor(list: Destruction, { happenedAt }: Act, signatures: readonly Signature[], records: RegisteredRecord[]): Omit<RegisterEntry, 'n' | 'previous'> {
  const { id: destructionId, number, siteId, listHash, method } = list;
  return {
    destructionId,
    number,
    siteId,
    listHash,
    applied: { by: list.appliedBy, for: list.appliedFor, at: list.happenedAt.toISOString() },
    approved: { by: list.approvedBy!, for: list.approvedFor, at: list.approvedAt!.toISOString() },
    witnesses: signatures.map(({ personId, linkId, happenedAt: at }) => ({ personId, linkId, at: at.toISOString() })),
    carriedOut: { by: list.carriedOutBy!, for: list.carriedOutFor, at: happenedAt.toISOString() },
    method,
    records,
  };
}
