import { Injectable } from '@nestjs/common';
import { shieldObject } from '@property-office/access';
import { Audit } from '@property-office/audit';
import { derivedId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import type { Conversion } from '../../domain/contact-event';
import { receptionErrors } from '../../domain/errors';
import { mayMove } from '../../domain/hand-over';
import { rolesOn } from '../../domain/roles-on';
import { refuseIdentityNumber } from '../../domain/visit-rules';
import { Callers } from '../../persistence/callers';
import { rolesOf } from '../../persistence/colleagues';
import type { Contact } from '../../persistence/contact.entity';
import { Contacts } from '../../persistence/contacts';
import { noteNumber } from '../../persistence/converted-objects';
import { HandOvers } from '../../persistence/hand-overs';
import { ReadContacts } from '../../persistence/read-contacts';
import { AnnounceVisitorHandler, type AnnouncedVisit } from '../announce-visitor/announce-visitor.handler';
import { assertOfItsKind, hashOfAsked, inPart } from './asked-conversion';
import type { ConvertContactDto } from './convert-contact.dto';
import { aboutOf, callerToIntroduce, PrepareConversion, type PreparedConversion } from './prepare-conversion';
import { saidOf } from './said-of';

/**
 * A contact becomes a repair request, complaint, suggestion or visitor (W2.1): by one event, which carries what is known, so
 * that nothing is retyped and no attachment lost. Repeated, it answers what was made the first time; another one is refused then.
 */
@Injectable()
export class ConvertContactHandler {
  constructor(
    private readonly contacts: Contacts,
    private readonly reading: ReadContacts,
    private readonly preparing: PrepareConversion,
    private readonly handOvers: HandOvers,
    private readonly announcing: AnnounceVisitorHandler,
    private readonly callers: Callers,
    private readonly audit: Audit,
  ) {}

  /** @throws contactUnknown (404), conversionOfAnotherKind, conversionIncomplete, placeUnknown, and what tickets or complaints refuses (400), notTheOwner (403), unavailable (503) */
  async prepare(command: CommandContext, id: string, input: ConvertContactDto): Promise<PreparedConversion> {
    const contact = await this.reading.one(command.principal, command.operation, id);
    if (!contact) throw receptionErrors.contactUnknown();
    assertOfItsKind(input);
    // What is converted was examined then.
    if (contact.state === 'converted') return { location: null };
    // Judged again under the lock; here before anybody else is asked, and told who called.
    assertOwner(command, contact);
    saidOf(contact, input);
    if (input.to === 'visitor') {
      const visit = this.visitOf(contact, input);
      await inPart('visitor', () => this.announcing.prepare(command, visit));
    }
    return this.preparing.of(command.principal, contact, input);
  }

  /** @throws contactUnknown (404), stale (412), contactMoveIllegal, convertedOtherwise (409), notTheOwner (403), colleagueUnknown (400) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ConvertContactDto, { joined, ...prepared }: PreparedConversion): Promise<Contact> {
    const made = await this.contacts.lockForAct(tx, command, id);
    if (made.state === 'converted' && made.convertedTo === input.to) return this.again(command, made, input);
    const { contact, act, state } = await this.contacts.lockForMove(tx, command, id, 'convert', input);
    const { to, complaint } = input;
    const about = aboutOf(complaint);
    for (const personId of about) if ((await rolesOf(tx, personId, contact.siteId)).size === 0) throw receptionErrors.notOfTheStaff();
    // Who called would tell who complains; further crews follow with the number of the complaint.
    if (to === 'complaint') shieldObject(tx, contact.id, joined?.hiddenFrom ?? { personIds: about, crewIds: complaint?.aboutCrewIds ?? [] });
    const objectId = derivedId(contact.id, to);
    if (to === 'visitor') await this.visitor(tx, command, contact, input, objectId);
    const caller = callerToIntroduce(contact, input);
    const introduced = caller !== undefined;
    const conversion = {
      to,
      objectId,
      description: saidOf(contact, input),
      reporterId: to === 'repair-request' ? contact.personId : null,
      introduced,
      ...prepared,
      ...(to === 'complaint' && {
        complaint: heardOf(complaint),
      }),
    };
    // Complaints was told who called (`PrepareConversion`), as a service is that reads it (G7).
    if (caller) {
      const { id: contactId, siteId } = contact;
      const details = { fields: caller.personId ? ['person', 'home'] : ['home'], service: 'complaints', purpose: `whose ${to} it is` };
      this.audit.record(tx, { actor: act.actor, operation: 'reception.convertContact', objectType: 'contact', objectId: contactId, siteId, details });
    }
    const became = joined && complaint?.joins ? { convertedId: complaint.joins, complainantId: objectId } : { convertedId: objectId };
    if (joined) noteNumber(tx, became.convertedId, joined.number);
    await this.handOvers.end(tx, contact, act, { kind: 'converted', conversion }, { state, convertedTo: to, conversionHash: hashOfAsked(input), ...became });
    return contact;
  }

  private async visitor(tx: Transaction, command: CommandContext, contact: Contact, input: ConvertContactDto, id: string): Promise<void> {
    const said = saidOf(contact, input);
    refuseIdentityNumber(said, '/description');
    const visit = this.visitOf(contact, input);
    const visitor = await inPart('visitor', () => this.announcing.execute(tx, command, visit, { id, ofContact: { ...contact, said } }));
    noteNumber(tx, id, visitor.number);
  }

  /** What the caller has told is not asked again. @throws conversionIncomplete (400) */
  private visitOf(contact: Contact, { visitor }: ConvertContactDto): AnnouncedVisit {
    if (!visitor) throw receptionErrors.conversionIncomplete('/visitor', '请填写访客信息', 'say who is going to visit');
    const homeId = visitor.homeId ?? (visitor.kind === 'resident-guest' ? contact.homeId : null);
    const caller = this.callers.open(contact);
    const name = visitor.name ?? caller.name;
    if (!name) throw receptionErrors.conversionIncomplete('/visitor/name', '请填写访客姓名', 'give the name of the visitor');
    const phone = visitor.name === undefined ? caller.phone : null;
    return { ...visitor, siteId: contact.siteId, name, ...(homeId && { homeId }), ...(phone && { phone }) };
  }

  /** What was converted before its hash was kept, or is forgotten, answers whatever is asked. @throws notTheOwner (403), convertedOtherwise (409) */
  private again(command: CommandContext, contact: Contact, input: ConvertContactDto): Contact {
    assertOwner(command, contact);
    if (contact.conversionHash !== null && contact.conversionHash !== hashOfAsked(input)) throw receptionErrors.convertedOtherwise(input.to);
    return contact;
  }
}

/** @throws notTheOwner (403) */
function assertOwner({ principal }: CommandContext, { siteId, ownerId }: Contact): void {
  if (!mayMove('convert', { ownerId, handOver: null }, principal.personId, rolesOn(principal, siteId))) throw receptionErrors.notTheOwner();
}

/** What the desk knows of a complaint; whom it is about in one field where it is one person, as it always was. */
function heardOf(complaint: ConvertContactDto['complaint']): NonNullable<Conversion['complaint']> {
  const { category, aboutCrewIds = [], joins, households = 1, signs = [], hotlineNumber = null, hotlineDeadline = null } = complaint ?? {};
  const about = aboutOf(complaint);
  return {
    ...(category !== undefined && { category }),
    aboutPersonId: about[0] ?? null,
    ...(about.length > 1 && { aboutPersonIds: about }),
    ...(aboutCrewIds.length > 0 && { aboutCrewIds }),
    ...(joins !== undefined && { joins }),
    households,
    signs,
    hotlineNumber,
    hotlineDeadline,
  };
}
