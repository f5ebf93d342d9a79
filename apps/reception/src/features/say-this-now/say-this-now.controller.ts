import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { actingRole } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { receptionErrors } from '../../domain/errors';
import { leftOut, sayThisNow, type LeftOut } from '../../domain/say-this-now';
import { KnownPeople } from '../../persistence/known-people';
import { OpenThings } from '../../persistence/open-things';
import { Places } from '../../persistence/places';
import { SayThisNowQuery } from './say-this-now.query';

export class SayThisNowView {
  @ApiProperty({ type: [String], description: 'Who it can be; empty: nobody we know / 可能的来电人' })
  personIds!: string[];

  @ApiProperty({ type: [String] })
  zh!: string[];

  @ApiProperty({ type: [String] })
  en!: string[];

  @ApiProperty({ enum: leftOut, isArray: true, description: 'Who knows of these could not be asked, they are left out; usually empty / 暂时查询不到、因而未提及的内容' })
  leftOut!: LeftOut[];
}

const operation = 'reception.sayThisNow';

/** What to say to somebody who rings: two sentences made from what is known, before they have said a word (Delights). */
@Controller('api/contacts')
export class SayThisNowController {
  constructor(
    private readonly people: KnownPeople,
    private readonly things: OpenThings,
    private readonly places: Places,
  ) {}

  @Get('say-this-now')
  @Header('cache-control', 'no-store')
  @Operation(operation, {
    summary: { zh: '来电话术', en: 'Say this now' },
    description: {
      zh: '按来电号码、住户或房屋（现住户），由模板生成两句话；只说已知的事实：在办的报修、来电来访、投诉、建议和访客，以及与其房屋有关的公告；建议或公告暂时查询不到时不提及，并在 leftOut 中注明。投诉、建议和访客只在按号码或住户确知来电人、且您有权查看时提及，不按房屋。',
      en: 'Two sentences by template for a number, a person, or whoever lives in a home today: known facts only, of their open repairs, contacts, complaints, suggestions and visitors, and of the notices for their home; suggestions or notices that cannot be asked for just now are left out, and named in leftOut. A complaint, a suggestion or a visitor is named where a number or a person says who calls and you may know of it, never for a home.',
    },
    ok: 200,
    okBody: SayThisNowView,
    errors: ['not-found'],
  })
  async say(@Query() query: SayThisNowQuery, @Acting() principal: Principal): Promise<SayThisNowView> {
    const { siteId, phone, personId, homeId } = query;
    actingRole(principal, operation, siteId);
    if (!phone && !personId && !homeId) throw receptionErrors.callerUnnamed();
    // Whom the desk chose it is, from whatever number and of whatever home they ring.
    const wanted = personId ? { personIds: [personId] } : { ...(phone && { phone }), ...(homeId && { homeId }) };
    const people = await this.people.find({ siteId, ...wanted });
    if ((personId && people.length === 0) || (homeId && !(await this.isHomeOf(siteId, homeId)))) throw receptionErrors.residentOrHomeUnknown();
    const personIds = people.map((person) => person.personId);
    const caller = { siteId, personIds, ...(phone && { phone }), named: Boolean(phone ?? personId) };
    const homeIds = homeId ? [homeId] : [...new Set(people.flatMap((person) => person.homeIds))];
    const [open, current, timeZone] = await Promise.all([this.things.of(principal, caller), this.things.notices(siteId, homeIds), this.things.timeZoneOf(siteId)]);
    const without = [...open.leftOut, ...current.leftOut];
    return { personIds, ...sayThisNow(open.items, current.items, timeZone, without), leftOut: without };
  }

  private async isHomeOf(siteId: string, id: string): Promise<boolean> {
    const place = await this.places.find(id);
    return place?.kind === 'home' && place.siteId === siteId;
  }
}
