import { Injectable } from '@nestjs/common';
import { FieldCipher, normalPhone, personsBehind } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { requestErrors, requiredMatch, type CommandContext } from '@property-office/service-kit';
import { IsNull } from 'typeorm';
import { directoryErrors } from '../../domain/errors';
import { findPersonBy } from '../../domain/find-by';
import { record } from '../../events';
import { Account } from '../../persistence/account.entity';
import { lockPerson } from '../../persistence/people';
import { openPhone, sealPhone } from '../../persistence/person-phone';
import { Person } from '../../persistence/person.entity';
import { endSessions } from '../../sessions/end-sessions';
import { OneTimeCodes } from '../../sessions/one-time-codes';
import type { ChangePersonDto } from './change-person.dto';

/**
 * What is held of a person is corrected, by the staff or by the person (G7). The event says which fields, not what. A number
 * from the staff is called at once; it opens sign-in when it was shown to be the person's before a second of them (W2.6).
 */
@Injectable()
export class ChangePersonHandler {
  constructor(
    private readonly ledger: Ledger,
    private readonly cipher: FieldCipher,
    private readonly codes: OneTimeCodes,
  ) {}

  /** Whether the new number was shown to be theirs. Before the transaction: a wrong code counts, whatever follows. */
  async prove({ phone, code }: ChangePersonDto): Promise<boolean> {
    return phone !== undefined && code !== undefined && (await this.codes.proves(phone, code));
  }

  /**
   * @throws phone-unproven (400) for one's own number, by which one signs in (W2.6): nobody takes somebody else's;
   *   phone-by-another (403), person-unknown (404), stale (412), match-required (428)
   */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    id: string,
    input: ChangePersonDto,
    phoneProven: boolean,
  ): Promise<Person> {
    const expected = requiredMatch(command);
    const { person, actor } = await lockPerson(tx, command.principal, 'directory.changePerson', id);
    if (expected !== undefined && expected !== person.version) throw requestErrors.stale();
    const fields: Array<'name' | 'phone'> = [];
    const oneself = id === command.principal.personId;
    if (input.name !== undefined && input.name !== person.name) {
      fields.push('name');
      Object.assign(person, { name: input.name, ...findPersonBy(input.name) });
    }
    if (input.phone !== undefined && normalPhone(input.phone) !== openPhone(this.cipher, person)) {
      if (actor.role === 'resident' && !phoneProven) throw directoryErrors.phoneUnproven();
      fields.push('phone');
      Object.assign(person, sealPhone(this.cipher, input.phone));
      person.phoneSetBy = oneself && phoneProven ? null : personsBehind(actor);
      if (!oneself) await this.endSessionsOf(tx, id);
    } else if (phoneProven && person.phoneSetBy !== null) {
      // One person alone, with a telephone of their own in hand, would else be whomever they like.
      if (!oneself && personsBehind(actor).some((each) => person.phoneSetBy!.includes(each))) throw directoryErrors.phoneByAnother();
      fields.push('phone');
      person.phoneSetBy = null;
    }
    if (fields.length === 0) return person;
    person.version += 1;
    person.changedAt = tx.now;
    await tx.manager.update(Person, { id }, person);
    record(this.ledger, tx, actor, { kind: 'person-changed', person, fields });
    return person;
  }

  /** Whoever holds the number of before is out. */
  private async endSessionsOf(tx: Transaction, personId: string): Promise<void> {
    const accounts = await tx.manager.findBy(Account, { personId, closedAt: IsNull() });
    for (const { id } of accounts) await endSessions(tx, id);
  }
}
