import { Injectable } from '@nestjs/common';
import { Audit } from '@property-office/audit';
import { AttachmentClaims } from '@property-office/backbone';
import { systemActor } from '@property-office/contracts';
import type { RuleBook } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, untilKnown, type CommandContext } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import { ContactClocks } from '../../persistence/contact-clocks';
import type { Contact } from '../../persistence/contact.entity';
import { Contacts } from '../../persistence/contacts';
import { deskDuty } from '../../persistence/desk-duty';
import { HandOvers } from '../../persistence/hand-overs';
import { newContact } from '../../persistence/new-contact';
import { Places } from '../../persistence/places';
import type { WriteEnquiryDto } from './write-enquiry.dto';

/** What was looked up before the transaction. */
export interface PreparedEnquiry {
  id: string;
  homeId: string;
  siteId: string;
  /** By which its clocks run. */
  rules: RuleBook;
}

/**
 * A resident writes to the desk in the portal (W2.1, R3.1): a contact which whoever is on duty there answers for, and which is
 * offered to the desk until somebody takes it. A hand-over like any other: it is reminded of and escalated as one.
 */
@Injectable()
export class WriteEnquiryHandler {
  constructor(
    private readonly places: Places,
    private readonly attachments: AttachmentClaims,
    private readonly contacts: Contacts,
    private readonly clocks: ContactClocks,
    private readonly handOvers: HandOvers,
    private readonly audit: Audit,
  ) {}

  /** @throws homeNotYours, attachmentRefused (400), unavailable (503) */
  async prepare({ principal }: CommandContext, { homeId: chosen, attachmentIds }: WriteEnquiryDto): Promise<PreparedEnquiry> {
    const { homes, personId } = principal;
    const homeId = chosen ?? (homes.length === 1 ? homes[0]! : undefined);
    if (homeId === undefined || !homes.includes(homeId)) throw receptionErrors.homeNotYours();
    const home = await untilKnown(homeId, () => this.places.find(homeId));
    if (home?.kind !== 'home') throw receptionErrors.homeNotYours();
    const id = newId();
    await this.attachments.claim(attachmentIds, personId, { type: 'contact', id });
    return { id, homeId, siteId: home.siteId, rules: await this.clocks.book() };
  }

  /** @throws roleMayNot (403), nobodyAtTheDesk (409), the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, input: WriteEnquiryDto, { rules, ...prepared }: PreparedEnquiry): Promise<Contact> {
    const { siteId, id } = prepared;
    const { personId } = command.principal;
    const act = actOf(tx, command, siteId, input);
    const ownerId = await deskDuty(tx, siteId, personId);
    if (ownerId === undefined) throw receptionErrors.nobodyAtTheDesk();
    // It may become a complaint, and who complains is in no event (W2.3): the audit knows who wrote it.
    const unnamed = { ...act, actor: { personId: systemActor.personId, role: act.actor.role } };
    const contact = await newContact(tx, act, {
      ...prepared,
      channel: 'portal',
      ownerId,
      personId,
      personConfirmed: true,
      homeTold: true,
      writtenBy: personId,
      callerCipher: null,
      phoneIndex: null,
      nameIndex: [],
      ownWords: input.words,
      summary: null,
      readBack: false,
      attachmentIds: input.attachmentIds ?? [],
    });
    this.contacts.insert(tx, contact, unnamed);
    this.clocks.begin(tx, rules, contact);
    await this.handOvers.offerToDesk(tx, contact, unnamed);
    this.audit.record(tx, { actor: act.actor, operation: command.operation, objectType: 'contact', objectId: id, siteId });
    return contact;
  }
}
