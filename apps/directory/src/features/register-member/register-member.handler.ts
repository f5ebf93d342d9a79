import { Injectable } from '@nestjs/common';
import { FieldCipher, takeQuotas } from '@property-office/access';
import type { Actor } from '@property-office/contracts';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { assertFresh, type CommandContext } from '@property-office/service-kit';
import { directoryErrors } from '../../domain/errors';
import { newSpan } from '../../domain/span';
import { record } from '../../events';
import { lockHousehold } from '../../persistence/household';
import { newPerson } from '../../persistence/new-person';
import { lockPersonByPhone } from '../../persistence/person-by-phone';
import { Person } from '../../persistence/person.entity';
import type { Place } from '../../persistence/place.entity';
import type { Tie } from '../../persistence/tie.entity';
import { startTie } from '../../persistence/ties';
import type { RegisterMemberDto } from './register-member.dto';

/** People in a home at most, as far as its owner names them. */
const mostMembers = 20;
const perDay = { most: 20, seconds: 86_400 };

/**
 * An owner names who lives with them or rents, until when (W2.6); the office may, too. Whether the number is known
 * already, and whose it is, they do not learn.
 */
@Injectable()
export class RegisterMemberHandler {
  constructor(
    private readonly ledger: Ledger,
    private readonly cipher: FieldCipher,
  ) {}

  /**
   * @throws end-missing, span-reversed (400), owners-only (403), place-unknown (404), members-full, spans-overlap (409),
   *   stale (412), quota-used-up (429)
   */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    homeId: string,
    input: RegisterMemberDto,
  ): Promise<Tie> {
    const operation = 'directory.registerMember';
    const { home, actor, ownerSince, byOffice } = await lockHousehold(tx, command.principal, operation, homeId);
    assertFresh(command, home.version);
    if (!byOffice) await this.assertOwnerMay(tx, actor, ownerSince, homeId, input);
    const person = await this.personOf(tx, actor, home, input);
    return startTie(tx, this.ledger, actor, {
      personId: person.id,
      home,
      kind: input.kind,
      ...newSpan(input, tx.now),
      ...(!byOffice && { addedBy: { personId: actor.personId, givenName: input.name } }),
    });
  }

  private async assertOwnerMay(
    tx: Transaction,
    { personId }: Actor,
    ownerSince: Date | undefined,
    homeId: string,
    { from, until }: RegisterMemberDto,
  ): Promise<void> {
    if (!ownerSince) throw directoryErrors.ownersOnly();
    if (until === undefined) throw directoryErrors.endMissing();
    // An owner speaks for their own time.
    if ((from && from < ownerSince) || until <= tx.now) throw directoryErrors.spanReversed();
    await takeQuotas(tx, [{ key: `register-member ${personId}`, ...perDay }]);
    const [row] = await tx.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM tie WHERE home_id = $1 AND (ends_at IS NULL OR ends_at > $2)',
      [homeId, tx.now],
    );
    if (row!.n >= mostMembers) throw directoryErrors.membersFull({ most: mostMembers });
  }

  private async personOf(
    tx: Transaction,
    actor: Actor,
    { siteId }: Place,
    { name, phone }: RegisterMemberDto,
  ): Promise<Person> {
    const known = phone === undefined ? null : await lockPersonByPhone(tx, this.cipher, phone);
    if (known) return known;
    const person = newPerson({ name, ...(phone && { phone }), siteId }, this.cipher, tx.now);
    await tx.manager.insert(Person, person);
    record(this.ledger, tx, actor, { kind: 'person-registered', person });
    return person;
  }
}
