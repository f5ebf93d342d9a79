import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { requestErrors, requiredMatch, type CommandContext } from '@property-office/service-kit';
import { directoryErrors } from '../../domain/errors';
import { record } from '../../events';
import { HomeCare } from '../../persistence/home-care.entity';
import { lockHousehold, type LockedHome } from '../../persistence/household';
import { newPerson } from '../../persistence/new-person';
import { introduce } from '../../persistence/people';
import { lockPersonByPhone } from '../../persistence/person-by-phone';
import { Person } from '../../persistence/person.entity';
import type { CareContactDto, ChangeHomeCareDto } from './change-home-care.dto';

/** The office, or whoever lives there, writes what whoever goes there should know, and who is called instead (W6.4). */
@Injectable()
export class ChangeHomeCareHandler {
  constructor(
    private readonly ledger: Ledger,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws place-unknown (404), nobody-lives (409), stale (412), match-required (428) */
  async execute(
    tx: Transaction,
    command: Pick<CommandContext, 'principal' | 'ifMatch'>,
    homeId: string,
    input: ChangeHomeCareDto,
  ): Promise<{ care: HomeCare; contact: Person | null }> {
    const expected = requiredMatch(command);
    const household = await lockHousehold(tx, command.principal, 'directory.changeHomeCare', homeId);
    await assertSomeoneLives(tx, homeId);
    const contact = input.contact ? await this.personOf(tx, household, input.contact) : null;
    const known = await tx.manager.findOne(HomeCare, {
      where: { homeId },
      lock: { mode: 'pessimistic_write' },
    });
    if (expected !== undefined && expected !== (known?.version ?? 0)) throw requestErrors.stale();
    const care = known ?? newCare(household);
    care.noPhone = input.noPhone ?? false;
    care.wishes = input.wishes ?? '';
    care.contactId = contact?.id ?? null;
    care.relation = input.contact?.relation ?? null;
    care.urgentBySms = input.urgentBySms ?? care.urgentBySms;
    care.writtenAt = tx.now;
    care.version += 1;
    if (known) await tx.manager.update(HomeCare, { id: care.id }, care);
    else await tx.manager.insert(HomeCare, care);
    record(this.ledger, tx, household.actor, { kind: 'home-care-changed', care });
    return { care, contact };
  }

  /** Whose number it is already, or somebody new to the office of the site. */
  private async personOf(
    tx: Transaction,
    { home, actor }: LockedHome,
    { name, phone }: CareContactDto,
  ): Promise<Person> {
    const known = await lockPersonByPhone(tx, this.cipher, phone);
    const person = known ?? newPerson({ name, phone, siteId: home.siteId }, this.cipher, tx.now);
    if (!known) {
      await tx.manager.insert(Person, person);
      record(this.ledger, tx, actor, { kind: 'person-registered', person });
    }
    introduce(tx, person.id, home.siteId);
    return person;
  }
}

function newCare({ home }: LockedHome): HomeCare {
  return Object.assign(new HomeCare(), { id: newId(), homeId: home.id, siteId: home.siteId, urgentBySms: false, version: 0 });
}

/** What is written belongs to people: without any it would wait for the next ones. */
async function assertSomeoneLives(tx: Transaction, homeId: string): Promise<void> {
  const rows = await tx.query(
    'SELECT 1 FROM tie WHERE home_id = $1 AND starts_at <= $2 AND (ends_at IS NULL OR ends_at > $2) LIMIT 1',
    [homeId, tx.now],
  );
  if (rows.length === 0) throw directoryErrors.nobodyLives();
}
