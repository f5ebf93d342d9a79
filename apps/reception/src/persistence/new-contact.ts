import { searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { Contact } from './contact.entity';
import { nothingOffered } from './contacts';
import { nextNumber } from './numbers';

type Given =
  | 'id'
  | 'siteId'
  | 'channel'
  | 'ownerId'
  | 'personId'
  | 'personConfirmed'
  | 'writtenBy'
  | 'homeId'
  | 'homeTold'
  | 'callerCipher'
  | 'phoneIndex'
  | 'nameIndex'
  | 'ownWords'
  | 'summary'
  | 'readBack'
  | 'attachmentIds';

/** A contact as it begins: nobody is asked to take it over, and nothing came of it yet. */
export async function newContact(tx: Transaction, act: Act, given: Pick<Contact, Given>): Promise<Contact> {
  const number = await nextNumber(tx, 'Q', 'contact_number');
  const text = searchText(number, given.ownWords, given.summary ?? undefined);
  return Object.assign(new Contact(), {
    ...given,
    ...nothingOffered,
    number,
    version: 1,
    state: 'open',
    handOvers: 0,
    heated: false,
    answer: null,
    standardAnswerId: null,
    standardAnswerVersion: null,
    causeId: null,
    guidedTo: null,
    convertedTo: null,
    convertedId: null,
    complainantId: null,
    conversionHash: null,
    searchText: text,
    searchWords: searchWords(text),
    happenedAt: act.happenedAt,
    lastHappenedAt: act.happenedAt,
    recordedAt: tx.now,
    changedAt: tx.now,
    forgottenAt: null,
  } satisfies Contact);
}
