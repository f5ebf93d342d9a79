import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { VisitorPasses } from '@property-office/access';
import { Operation } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { Categories } from '../../persistence/categories';
import { PlaceCodes } from '../../persistence/place-codes';
import { CategoryName, childrenOf, RepairCategoryView } from '../list-categories/list-categories.controller';

export class PlaceCodeView {
  @ApiProperty({ type: CategoryName })
  site!: CategoryName;

  @ApiProperty({ type: CategoryName, description: '3栋大堂' })
  place!: CategoryName;

  @ApiProperty({ type: [RepairCategoryView] })
  categories!: RepairCategoryView[];

  @ApiProperty({ description: 'Goes with the report and its photos: names this visit, and nobody' })
  visit!: string;

  @ApiProperty({ format: 'date-time' })
  visitUntil!: string;
}

@Controller('api/place-codes')
export class ReadPlaceCodeController {
  constructor(
    private readonly codes: PlaceCodes,
    private readonly categories: Categories,
    private readonly passes: VisitorPasses,
  ) {}

  @Get(':code')
  @Header('cache-control', 'no-store')
  @Operation('tickets.readPlaceCode', {
    summary: { zh: '扫码查看公共地点', en: 'The public place of a QR code' },
    public: true,
    ok: 200,
    okBody: PlaceCodeView,
  })
  async read(@Param('code') code: string): Promise<PlaceCodeView> {
    const place = await this.codes.byCode(code);
    if (!place) throw ticketErrors.placeCodeUnknown();
    const { pass, expiresAt } = this.passes.issue();
    return {
      site: place.site,
      place: place.label,
      categories: childrenOf(null, await this.categories.all()),
      visit: pass,
      visitUntil: expiresAt.toISOString(),
    };
  }
}
