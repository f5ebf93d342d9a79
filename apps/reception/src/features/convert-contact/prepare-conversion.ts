import { Injectable } from '@nestjs/common';
import { askedPrincipal, InternalClient } from '@property-office/backbone';
import {
  checkComplaintPath,
  checkRepairPath,
  registerCallerPath,
  type CheckedComplaint,
  type ComplaintCheck,
  type ConvertedCaller,
  type Principal,
  type RepairCheck,
} from '@property-office/contracts';
import { derivedId, DomainError } from '@property-office/kernel';
import { untilKnown } from '@property-office/service-kit';
import type { Conversion } from '../../domain/contact-event';
import { receptionErrors } from '../../domain/errors';
import type { Contact } from '../../persistence/contact.entity';
import { Places } from '../../persistence/places';
import type { ConvertContactDto } from './convert-contact.dto';

export interface PreparedConversion extends Pick<Conversion, 'location' | 'repair'> {
  /** What is known of the complaint that is joined. */
  joined?: CheckedComplaint['joined'];
}

/**
 * What a conversion refers to, examined before its transaction by whoever will make something of it: what they would refuse
 * is refused now, not when nobody is there any more to put it right.
 */
@Injectable()
export class PrepareConversion {
  constructor(
    private readonly places: Places,
    private readonly client: InternalClient,
  ) {}

  /** @throws conversionIncomplete, placeUnknown, and what tickets or complaints refuses (400), unavailable (503) */
  async of(principal: Principal, contact: Contact, input: ConvertContactDto): Promise<PreparedConversion> {
    if (input.to === 'repair-request') return this.repair(contact, input);
    const location = input.place === undefined ? null : await this.publicPlace(contact.siteId, input.place);
    const introduced = callerToIntroduce(contact, input);
    const joined = input.to === 'complaint' ? await this.complaint(principal, contact, input, introduced?.personId) : undefined;
    if (introduced) await this.client.post('complaints', registerCallerPath, introduced);
    return { location, ...(joined && { joined }) };
  }

  private async repair({ siteId, homeId }: Contact, { repair }: ConvertContactDto): Promise<PreparedConversion> {
    if (!repair) throw receptionErrors.conversionIncomplete('/repair', '请填写报修类别', 'say which category of repair it is');
    const chosen = repair.location ?? (homeId ? { homeId } : {});
    const id = chosen.homeId ?? chosen.place;
    if (!id || (chosen.homeId && chosen.place))
      throw receptionErrors.conversionIncomplete('/repair/location', '请选择房屋或公共地点', 'choose a home or a public place');
    const location = { kind: chosen.homeId ? ('home' as const) : ('place' as const), id };
    const { from = null, to = null } = repair.preferredWindow ?? {};
    await this.ask('tickets', checkRepairPath, '/repair', {
      siteId,
      category: repair.category,
      location,
      ...(from && to && { preferredFrom: from.toISOString(), preferredTo: to.toISOString() }),
    });
    return { location, repair: { category: repair.category, urgent: repair.urgency === 'urgent', preferredFrom: from, preferredTo: to } };
  }

  /** Of a complaint or a suggestion a public place only: a home would tell who complains. */
  private async publicPlace(siteId: string, id: string): Promise<Conversion['location']> {
    const place = await untilKnown(id, () => this.places.find(id));
    if (place?.kind === 'home' || place?.siteId !== siteId) throw receptionErrors.placeUnknown('/place');
    return { kind: 'place', id };
  }

  private async complaint(principal: Principal, { siteId }: Contact, { complaint }: ConvertContactDto, complainantId?: string): Promise<CheckedComplaint['joined']> {
    const { category, aboutPersonId, aboutPersonIds, aboutCrewIds, joins, signs = [], hotlineNumber, hotlineDeadline } = complaint ?? {};
    if (joins !== undefined && (aboutPersonId ?? aboutPersonIds ?? aboutCrewIds) !== undefined) throw receptionErrors.aboutOfJoined();
    const { joined } = await this.ask('complaints', checkComplaintPath, '/complaint', {
      siteId,
      ...(category !== undefined && { category }),
      ...(aboutPersonId !== undefined && { aboutPersonId }),
      ...(aboutPersonIds && { aboutPersonIds }),
      ...(aboutCrewIds && { aboutCrewIds }),
      ...(joins !== undefined && { joins, principal: askedPrincipal(principal), ...(complainantId !== undefined && { complainantId }) }),
      fromHotline: signs.includes('hotline'),
      ...(hotlineNumber !== undefined && { hotlineNumber }),
      ...(hotlineDeadline && { hotlineDeadline: hotlineDeadline.toISOString() }),
    });
    return joined;
  }

  /** @param part where of the conversion the fields are that the other service names */
  private async ask(service: 'tickets' | 'complaints', path: `/internal/${string}`, part: string, check: RepairCheck | ComplaintCheck): Promise<CheckedComplaint> {
    const answer = await this.client.post<CheckedComplaint>(service, path, check);
    const { refused } = answer;
    if (!refused) return answer;
    const { code, title, detail, fields } = refused;
    const here = fields.map(({ pointer, message }) => ({ pointer: `${part}${pointer}`, message }));
    throw new DomainError(code, { kind: 'invalid', title, ...(detail && { detail }) }, {}, here);
  }
}

/**
 * Whose case it will be: no event may name them (W2.3), and yet it is theirs from its first moment. Nobody's, where a number alone
 * says who called, and never that of a person complained about, whoever's telephone it was. Of whoever is not known for sure the home
 * of a complaint, where they told it: it counts as a household.
 */
export function callerToIntroduce({ id, personId, homeId, homeTold, personConfirmed }: Contact, { to, complaint, callerConfirmed = false }: ConvertContactDto): ConvertedCaller | undefined {
  if (to !== 'complaint' && to !== 'suggestion') return undefined;
  const objectId = derivedId(id, to);
  if (personId && aboutOf(complaint).includes(personId)) return undefined;
  if (personId && (personConfirmed || callerConfirmed)) return { objectId, personId, ...(homeId && { homeId }) };
  return to === 'complaint' && homeId && homeTold ? { objectId, homeId } : undefined;
}

/** Everybody a complaint is said to be about, each once. */
export function aboutOf({ aboutPersonId, aboutPersonIds = [] }: NonNullable<ConvertContactDto['complaint']> = {}): string[] {
  return [...new Set([...(aboutPersonId === undefined ? [] : [aboutPersonId]), ...aboutPersonIds])];
}
