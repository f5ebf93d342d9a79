import { Injectable } from '@nestjs/common';
import { FieldCipher, normalPhone } from '@property-office/access';
import { Ledger } from '@property-office/outbox';
import { Database, type Transaction } from '@property-office/persistence';
import { directoryErrors } from '../../domain/errors';
import { record } from '../../events';
import { Account } from '../../persistence/account.entity';
import { newPerson } from '../../persistence/new-person';
import { lockPersonByPhone } from '../../persistence/person-by-phone';
import { Person } from '../../persistence/person.entity';
import { rolesOfPerson } from '../../persistence/roles-of-person';
import { OneTimeCodes } from '../../sessions/one-time-codes';
import { openPhoneAccount } from '../../sessions/open-phone-account';
import { openSession, type NewSession } from '../../sessions/open-session';
import { SignInAttempts } from '../../sessions/sign-in-attempts';

export interface CodeTry {
  phone: string;
  code: string;
  /** Where it comes from; see `sourceOf`. */
  source: string;
  /** What the browser or app calls itself. */
  device: string;
}

/**
 * Opens a session for who holds the telephone (W2.6): a known person enters at once, their account is made where there
 * is none; an unknown one is a new person, tied to nothing, who may claim a home. A number that the staff wrote down and
 * that was not shown to be the person's opens nothing. A code that is wrong, old, used or
 * never was, and one of an unknown number, are one answer after the same work.
 */
@Injectable()
export class SignInByCodeHandler {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly ledger: Ledger,
    private readonly attempts: SignInAttempts,
    private readonly codes: OneTimeCodes,
  ) {}

  /** @throws wrong-code, code-used (401), password-needed, phone-not-shown, entry-closed (403), sign-in-locked (429) */
  async execute({ phone, code, source, device }: CodeTry): Promise<NewSession> {
    const plain = normalPhone(phone);
    const keys = this.attempts.keysOf(`phone ${plain}`, source);
    await this.attempts.assertAllowed(keys);
    // Committed in any case: a failure must be remembered.
    const entered = await this.database.transaction(async (tx) => {
      const found = await this.codes.redeem(tx, plain, code.normalize('NFKC'));
      if (found === 'used') return found;
      if (found === 'wrong') {
        await this.attempts.failed(tx, keys);
        return found;
      }
      await this.attempts.succeeded(tx, keys);
      const account = await this.accountOf(tx, plain);
      return openSession(tx, account, device);
    });
    if (entered === 'wrong') throw directoryErrors.wrongCode();
    if (entered === 'used') throw directoryErrors.codeUsed();
    return entered;
  }

  private async accountOf(tx: Transaction, phone: string): Promise<Account> {
    const known = await lockPersonByPhone(tx, this.cipher, phone);
    const person = known ?? (await this.register(tx, phone));
    const roles = await rolesOfPerson(tx, person.id);
    // A message to a telephone is too little to open other people's data with.
    if (roles.some(({ role }) => role !== 'resident')) throw directoryErrors.passwordNeeded();
    if (person.phoneSetBy !== null) throw directoryErrors.phoneNotShown();
    const accounts = await tx.manager.findBy(Account, { personId: person.id });
    const open = accounts.find(({ closedAt }) => closedAt === null);
    if (open) return open;
    // Closed by somebody in charge: whoever comes back asks the office for another.
    if (accounts.length > 0) throw directoryErrors.entryClosed();
    return openPhoneAccount(tx, this.ledger, person);
  }

  /** Named when they claim a home. */
  private async register(tx: Transaction, phone: string): Promise<Person> {
    const person = newPerson({ name: newcomer, phone, siteId: null }, this.cipher, tx.now);
    await tx.manager.insert(Person, person);
    record(this.ledger, tx, { personId: person.id, role: 'resident' }, { kind: 'person-registered', person });
    return person;
  }
}

/** What somebody is called until they have said their name. */
export const newcomer = '新住户';
