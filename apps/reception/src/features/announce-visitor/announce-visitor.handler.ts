import { Injectable } from '@nestjs/common';
import type { VisitorKind } from '@property-office/contracts';
import { searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type ActFields, type CommandContext } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import { checkVisitWindow, refuseIdentityNumber } from '../../domain/visit-rules';
import { rolesOf } from '../../persistence/colleagues';
import type { Contact } from '../../persistence/contact.entity';
import { Guests } from '../../persistence/guests';
import { KnownPeople } from '../../persistence/known-people';
import { nextNumber } from '../../persistence/numbers';
import { Visitor } from '../../persistence/visitor.entity';
import { Visitors } from '../../persistence/visitors';

/** Whoever is going to come. */
export interface AnnouncedVisit extends ActFields {
  siteId: string;
  kind: VisitorKind;
  hostId?: string;
  homeId?: string;
  name: string;
  phone?: string;
  purpose?: string;
  partySize?: number;
  from: Date;
  until: Date;
}

/** What is there of them already. */
export interface KnownVisit {
  id: string;
  /** The contact they are made of, with nothing retyped and no attachment lost. */
  ofContact?: Pick<Contact, 'id' | 'personId' | 'attachmentIds'> & { said: string };
}

/** A visitor is announced (W2.1, R2.3): by their host, or for a host who has yet to confirm. */
@Injectable()
export class AnnounceVisitorHandler {
  constructor(
    private readonly people: KnownPeople,
    private readonly guests: Guests,
    private readonly visitors: Visitors,
  ) {}

  /** @throws hostUnknown (400) for a host who does not live in the home; unavailable (503) */
  async prepare({ principal }: CommandContext, visit: Pick<AnnouncedVisit, 'siteId' | 'kind' | 'hostId' | 'homeId'>): Promise<void> {
    const { siteId, kind, hostId = principal.personId, homeId } = visit;
    if (kind === 'office-guest') {
      if (homeId) throw receptionErrors.hostUnknown('/homeId');
      return;
    }
    if (!homeId) throw receptionErrors.hostUnknown('/homeId');
    const [host] = await this.people.find({ siteId, personIds: [hostId], homeId });
    if (!host) throw receptionErrors.hostUnknown('/hostId');
  }

  /** @throws roleMayNot (403), hostUnknown, visitWindowImpossible, identityCardRefused, the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, visit: AnnouncedVisit, { id, ofContact }: KnownVisit): Promise<Visitor> {
    const { principal } = command;
    const { siteId, kind, hostId = principal.personId, homeId = null, name, phone = null, purpose = null } = visit;
    const act = actOf(tx, command, siteId, visit);
    // A resident announces guests of their own; whoever works here may do it for others.
    if (act.actor.role === 'resident' && (hostId !== principal.personId || kind !== 'resident-guest')) throw receptionErrors.hostUnknown('/hostId');
    if (kind === 'office-guest' && (await rolesOf(tx, hostId, siteId)).size === 0) throw receptionErrors.hostUnknown('/hostId');
    checkVisitWindow(visit, tx.now);
    refuseIdentityNumber(visit.name, '/name');
    refuseIdentityNumber(visit.purpose, '/purpose');
    const number = await nextNumber(tx, 'V', 'visitor_number');
    const note = ofContact?.said || null;
    const text = searchText(number, purpose, note);
    const visitor = new Visitor();
    Object.assign(visitor, {
      id,
      number,
      siteId,
      version: 1,
      state: hostId === principal.personId ? 'expected' : 'announced',
      kind,
      hostId,
      announcedBy: principal.personId,
      homeId,
      ...this.guests.seal({ name, phone }),
      purpose,
      note,
      toldByHost: ofContact?.personId === hostId,
      partySize: visit.partySize ?? 1,
      from: visit.from,
      until: visit.until,
      passIndex: null,
      cameAt: null,
      leftAt: null,
      overstayedAt: null,
      forgottenAt: null,
      contactId: ofContact?.id ?? null,
      attachmentIds: ofContact?.attachmentIds ?? [],
      searchText: text,
      searchWords: searchWords(text),
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    } satisfies Visitor);
    this.visitors.insert(tx, visitor, act);
    return visitor;
  }
}
