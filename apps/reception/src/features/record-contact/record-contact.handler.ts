import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { RuleBook } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, untilKnown, type CommandContext } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import { Callers } from '../../persistence/callers';
import { ContactClocks } from '../../persistence/contact-clocks';
import type { Contact } from '../../persistence/contact.entity';
import { Contacts } from '../../persistence/contacts';
import { KnownPeople } from '../../persistence/known-people';
import { newContact } from '../../persistence/new-contact';
import { Places } from '../../persistence/places';
import type { RecordContactDto } from './record-contact.dto';

/** What was looked up before the transaction. */
export interface PreparedContact {
  id: string;
  personId: string | null;
  homeId: string | null;
  homeTold: boolean;
  /** By which its clocks run. */
  rules: RuleBook;
}

/** A call, visit or message is taken (W2.1): whoever takes it owns it until somebody else has accepted it. */
@Injectable()
export class RecordContactHandler {
  constructor(
    private readonly places: Places,
    private readonly people: KnownPeople,
    private readonly callers: Callers,
    private readonly attachments: AttachmentClaims,
    private readonly contacts: Contacts,
    private readonly clocks: ContactClocks,
  ) {}

  /** @throws wordsMissing, placeUnknown, callerUnknown, attachmentRefused (400), unavailable (503) */
  async prepare({ principal }: CommandContext, { siteId, channel, ownWords, caller = {}, attachmentIds = [] }: RecordContactDto): Promise<PreparedContact> {
    const isWordless = ownWords === undefined;
    if (isWordless && channel !== 'message') throw receptionErrors.wordsMissing();
    const { homeId } = caller;
    if (homeId) {
      const home = await untilKnown(homeId, () => this.places.find(homeId));
      if (home?.kind !== 'home' || home.siteId !== siteId) throw receptionErrors.placeUnknown('/caller/homeId');
    }
    const matched = await this.people.match(siteId, caller);
    if (caller.personId && !matched) throw receptionErrors.callerUnknown();
    const id = newId();
    const files = await this.attachments.claim(attachmentIds, principal.personId, { type: 'contact', id });
    // A screenshot that was pasted says it (W2.1): a picture, and no document of whatever kind.
    if (isWordless && !files.some(({ mediaType }) => mediaType.startsWith('image/'))) throw receptionErrors.wordsMissing();
    const onlyHome = matched?.homeIds.length === 1 ? matched.homeIds[0]! : null;
    return { id, personId: matched?.personId ?? null, homeId: homeId ?? onlyHome, homeTold: homeId !== undefined, rules: await this.clocks.book() };
  }

  /** @throws roleMayNot (403), the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, input: RecordContactDto, { rules, ...prepared }: PreparedContact): Promise<Contact> {
    const act = actOf(tx, command, input.siteId, input);
    const { name = null, phone = null } = input.caller ?? {};
    const contact = await newContact(tx, act, {
      ...prepared,
      ...this.callers.seal({ name, phone }),
      siteId: input.siteId,
      channel: input.channel,
      ownerId: command.principal.personId,
      personConfirmed: input.caller?.personId !== undefined,
      writtenBy: null,
      ownWords: input.ownWords ?? '',
      summary: input.summary ?? null,
      readBack: input.readBack ?? false,
      attachmentIds: input.attachmentIds ?? [],
    });
    this.contacts.insert(tx, contact, act);
    this.clocks.begin(tx, rules, contact);
    return contact;
  }
}
