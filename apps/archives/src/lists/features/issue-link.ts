import { normalPhone, takeQuotas } from '@property-office/access';
import type { PeopleContacts } from '@property-office/backbone';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { usualLinkHours, type SigningLink } from '../domain/signing-link';
import type { SigningLinkDto } from './signing-link.dto';

const hour = 3_600_000;
/** Links of one list in a day: one that is lost is revoked, and another issued. */
const mostOfList = { most: 10, seconds: 86_400 };

/** Whether a telephone is that of one of them: somebody else, as far as a system can know. Asked before the transaction. @throws unavailable (503) */
export async function isPhoneOf(contacts: PeopleContacts, persons: readonly string[], phone: string, purpose: string): Promise<boolean> {
  return [...(await contacts.phonesOf(persons, purpose)).values()].map(normalPhone).includes(normalPhone(phone));
}

/** A link for who was named, counted. @param key of the quota: `witness-link destruction …` @throws quotaUsedUp (429) */
export async function newLink(tx: Transaction, key: string, issuedBy: string, list: Pick<SigningLink, 'listId' | 'siteId' | 'listHash'>, input: SigningLinkDto): Promise<SigningLink> {
  await takeQuotas(tx, [{ key, ...mostOfList }]);
  const { name, body, sentBy, validHours = usualLinkHours } = input;
  return { id: newId(), ...list, name, body, sentBy, issuedBy, issuedAt: tx.now, expiresAt: new Date(tx.now.getTime() + validHours * hour), state: 'open', decidedAt: null };
}
