import { Injectable } from '@nestjs/common';
import { takeQuotas } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { directoryErrors } from '../../domain/errors';
import { findPersonBy } from '../../domain/find-by';
import { record } from '../../events';
import { homeByWords, inOneLine } from '../../persistence/home-by-words';
import { HomeClaim } from '../../persistence/home-claim.entity';
import { decidingOwners } from '../../persistence/owners';
import { introduce } from '../../persistence/people';
import { Person } from '../../persistence/person.entity';
import { Place } from '../../persistence/place.entity';
import { unlessTaken } from '../../persistence/taken';
import { newcomer } from '../sign-in-by-code/sign-in-by-code.handler';
import type { ClaimHomeDto } from './claim-home.dto';

const mostWaiting = 3;
const perDay = { most: 10, seconds: 86_400 };

/** Somebody says where they live; the office or the home's owner decides (W2.6). */
@Injectable()
export class ClaimHomeHandler {
  constructor(private readonly ledger: Ledger) {}

  /**
   * @throws home-unsaid, reference-unknown (400), claim-pending, claims-waiting, spans-overlap (409), quota-used-up (429)
   */
  async execute(tx: Transaction, principal: Principal, input: ClaimHomeDto): Promise<HomeClaim> {
    const { personId } = principal;
    const person = await tx.manager.findOneOrFail(Person, {
      where: { id: personId },
      lock: { mode: 'for_no_key_update' },
    });
    await takeQuotas(tx, [{ key: `home-claim ${personId}`, ...perDay }]);
    const where = await this.placeOf(tx, input);
    await assertMayWait(tx, personId, where.homeId);

    const claim = new HomeClaim();
    Object.assign(claim, { id: newId(), personId, ...where, kind: input.kind, name: input.name });
    claim.note = input.note ?? null;
    claim.state = 'pending';
    claim.decidedBy = claim.decidedRole = claim.decidedAt = claim.reason = claim.tieId = null;
    claim.version = 1;
    claim.createdAt = tx.now;
    await unlessTaken(tx.manager.insert(HomeClaim, claim), {
      home_claim_once: directoryErrors.claimPending,
    });
    introduce(tx, personId, claim.siteId);
    await this.nameNewcomer(tx, person, input.name);
    const ownerIds = await decidingOwners(tx, claim);
    record(this.ledger, tx, { personId, role: 'resident' }, { kind: 'home-claimed', claim, ownerIds });
    return claim;
  }

  private async placeOf(
    tx: Transaction,
    { homeId, siteId, place }: ClaimHomeDto,
  ): Promise<Pick<HomeClaim, 'siteId' | 'homeId' | 'placeWords'>> {
    if (homeId !== undefined) {
      if (siteId !== undefined || place !== undefined) throw directoryErrors.homeUnsaid('/homeId');
      const home = await tx.manager.findOneBy(Place, { id: homeId, kind: 'home' });
      if (!home) throw directoryErrors.referenceUnknown('/homeId');
      return { siteId: home.siteId, homeId, placeWords: null };
    }
    if (place === undefined) throw directoryErrors.homeUnsaid('/place');
    if (siteId === undefined) throw directoryErrors.homeUnsaid('/siteId');
    if (!(await tx.manager.existsBy(Place, { id: siteId, kind: 'site' })))
      throw directoryErrors.referenceUnknown('/siteId');
    const home = await homeByWords(tx, siteId, place);
    return { siteId, homeId: home?.id ?? null, placeWords: inOneLine(place) };
  }

  /** Whoever signed in by an unknown number has said who they are. */
  private async nameNewcomer(tx: Transaction, person: Person, name: string): Promise<void> {
    if (person.name !== newcomer) return;
    Object.assign(person, { name, ...findPersonBy(name), version: person.version + 1, changedAt: tx.now });
    await tx.manager.update(Person, { id: person.id }, person);
    record(
      this.ledger,
      tx,
      { personId: person.id, role: 'resident' },
      { kind: 'person-changed', person, fields: ['name'] },
    );
  }
}

async function assertMayWait(tx: Transaction, personId: string, homeId: string | null): Promise<void> {
  const [row] = await tx.query<{ waiting: number; tied: boolean }>(
    `SELECT (SELECT count(*)::int FROM home_claim WHERE person_id = $1 AND state = 'pending') AS waiting,
       EXISTS (SELECT 1 FROM tie WHERE person_id = $1 AND home_id = $2 AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $3)) AS tied`,
    [personId, homeId, tx.now],
  );
  if (row!.tied) throw directoryErrors.spansOverlap();
  if (row!.waiting >= mostWaiting) throw directoryErrors.claimsWaiting({ most: mostWaiting });
}
