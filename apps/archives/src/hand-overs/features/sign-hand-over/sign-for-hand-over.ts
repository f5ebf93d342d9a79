import { Injectable } from '@nestjs/common';
import type { HandOverPart } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { ListedRecord } from '../../../lists/persistence/listed-records';
import { LivingFiles } from '../../../persistence/living-files';
import { Records } from '../../../persistence/records';
import { handOverErrors, handOverStateAfter } from '../../domain/errors';
import { isWhole } from '../../domain/parts';
import { manifestIn, Packages } from '../../package/packages';
import type { HandOver } from '../../persistence/hand-over.entity';
import { HandOvers, type Chosen } from '../../persistence/hand-overs';
import { lastItems, lockHandable } from '../../persistence/items';

export interface Signer {
  part: HandOverPart;
  personId: string | null;
  linkId: string | null;
}

/**
 * Writes the signature of somebody who may under a locked hand-over, for the hash of its manifest. The third one hands it over: each record
 * and living file is marked from then on (W4.6).
 */
@Injectable()
export class SignForHandOver {
  constructor(
    private readonly handOvers: HandOvers,
    private readonly packages: Packages,
    private readonly records: Records,
    private readonly livingFiles: LivingFiles,
  ) {}

  /**
   * @param judge refuses a time before something was done to one of its records
   * @throws handOverMoveIllegal, partSigned, packageOutdated, the errors of `lockHandable` (409)
   */
  async execute(tx: Transaction, list: HandOver, act: Act, { part, personId, linkId }: Signer, judge: (after: Date) => void = () => undefined): Promise<void> {
    const { id } = list;
    const first = handOverStateAfter(list.state, 'sign');
    const signed = await this.handOvers.signaturesOf(tx, id);
    if (signed.some((each) => each.part === part)) throw handOverErrors.partSigned();
    const items = await this.handOvers.itemsOf(tx, id);
    const locked = await lockHandable(tx, items, list);
    await this.assertAsSealed(tx, id, locked, items.livingFiles);
    if (locked.length > 0) judge(new Date(Math.max(...locked.map(({ state: { lastHappenedAt } }) => lastHappenedAt.getTime()))));
    tx.send(
      'INSERT INTO hand_over_signature (hand_over_id, part, person_id, link_id, manifest_hash, happened_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, part, personId, linkId, list.manifestHash, act.happenedAt, tx.now],
    );
    const whole = isWhole([...signed, { part }]);
    if (whole) await this.mark(tx, list, act, items, locked);
    this.handOvers.advance(tx, list, act, { kind: 'signed', part, personId, linkId, whole }, whole ? { state: 'handed-over', handedOverAt: act.happenedAt } : { state: first });
  }

  /** What joined a living file since would be neither in the package nor here any more. */
  private async assertAsSealed(tx: Transaction, id: string, locked: readonly ListedRecord[], livingFiles: readonly string[]): Promise<void> {
    const manifest = manifestIn((await this.packages.of(tx, id))!);
    const described = new Map(manifest.records.map((record) => [record.id, record.description]));
    const corrected = locked.filter(({ state }) => state.description !== described.get(state.id)).map(({ archiveNumber }) => archiveNumber);
    const lastOf = new Map(manifest.livingFiles.map((file) => [file.id, file.entries.at(-1)?.item ?? 0]));
    const grown = (await lastItems(tx, livingFiles)).filter((file) => file.item !== lastOf.get(file.id)).map(({ code }) => code);
    if (corrected.length + grown.length > 0) throw handOverErrors.packageOutdated([...corrected, ...grown]);
  }

  private async mark(tx: Transaction, { id }: HandOver, act: Act, { records, livingFiles }: Chosen, locked: readonly ListedRecord[]): Promise<void> {
    tx.send('INSERT INTO handed_over (item_id, hand_over_id, happened_at) SELECT unnest($1::uuid[]), $2, $3', [[...records, ...livingFiles], id, act.happenedAt]);
    this.handOvers.release(tx, id);
    for (const { state, archiveNumber, proof } of locked) {
      const happenedAt = act.happenedAt > state.lastHappenedAt ? act.happenedAt : state.lastHappenedAt;
      this.records.advance(tx, { state, archiveNumber, act: { ...act, happenedAt } }, { kind: 'handed-over', handOverId: id, proof });
    }
    await this.livingFiles.handOver(tx, act, livingFiles, id);
  }
}
