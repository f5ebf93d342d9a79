import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { actorOf } from '../../acting/actor-of';
import { sightOf } from '../../acting/sight';
import { directoryErrors } from '../../domain/errors';
import { newSpan } from '../../domain/span';
import { lockReferredPerson } from '../../persistence/people';
import { findPlace } from '../../persistence/places';
import type { Tie } from '../../persistence/tie.entity';
import { startTie } from '../../persistence/ties';
import type { TieHomeDto } from './tie-home.dto';

/** Somebody owns, rents or lives in a home from a day on (W2.6); while it lasts they are a resident of the site. */
@Injectable()
export class TieHomeHandler {
  constructor(private readonly ledger: Ledger) {}

  /** @throws reference-unknown, span-reversed (400), spans-overlap (409) */
  async execute(tx: Transaction, principal: Principal, input: TieHomeDto): Promise<Tie> {
    const operation = 'directory.tieHome';
    const home = await findPlace(tx, sightOf(principal, operation), input.homeId);
    if (home?.kind !== 'home') throw directoryErrors.referenceUnknown('/homeId');
    const { person } = await lockReferredPerson(tx, principal, operation, input.personId);
    return startTie(tx, this.ledger, actorOf(principal, operation, home.siteId), {
      personId: person.id,
      home,
      kind: input.kind,
      ...newSpan(input, tx.now),
    });
  }
}
