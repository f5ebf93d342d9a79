import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { mayOn } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { MeToo } from '../../persistence/me-too';
import { CheckReportHandler } from '../check-report/check-report.handler';
import { mayMeet } from '../join-repair/may-meet';
import { SimilarRepairView, similarView } from '../similar-repair.view';
import { ListSimilarRepairsQuery } from './list-similar-repairs.query';

export class SimilarRepairsView {
  @ApiProperty({ type: [SimilarRepairView] })
  items!: SimilarRepairView[];
}

/** What is open at a place already, offered to whoever is about to report the same (main flow 1). */
@Controller('api/similar-repair-requests')
export class ListSimilarRepairsController {
  constructor(
    private readonly checking: CheckReportHandler,
    private readonly meToo: MeToo,
  ) {}

  @Get()
  @Operation('tickets.listSimilarRepairs', {
    summary: { zh: '同一地点、同一类别的未完工报修', en: 'Open repair requests of one category at one place' },
    description: { zh: '最近两周内，最多五条；可以“我也遇到”代替重复报修。', en: 'Of two weeks, at most five: "me too" instead of another report.' },
    ok: 200,
    okBody: SimilarRepairsView,
    errors: ['invalid'],
  })
  async list(@Query() { category, homeId, place }: ListSimilarRepairsQuery, @Acting() principal: Principal): Promise<SimilarRepairsView> {
    const id = homeId ?? place;
    const kind = homeId ? 'home' : 'place';
    const known = await this.checking.execute(category, id && !(homeId && place) ? { kind, id } : undefined);
    // As for a report: what stands on other sites is answered like what was invented.
    if (!mayOn(principal, 'tickets.listSimilarRepairs', known.place.siteId)) throw ticketErrors.locationUnknown();
    if (!mayMeet(principal, 'tickets.listSimilarRepairs', { siteId: known.place.siteId, locationKind: kind, locationId: id! })) throw ticketErrors.locationUnknown();
    return { items: (await this.meToo.similarTo(id!, known.category.code)).map(similarView) };
  }
}
