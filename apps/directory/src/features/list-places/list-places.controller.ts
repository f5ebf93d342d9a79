import { Controller, Get, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadPlaces } from '../../persistence/read-places';
import { PlacePage, placePage } from '../place.view';
import { listedKinds, ListHomesQuery, ListPlacesQuery } from './list-places.query';

@Controller('api')
export class ListPlacesController {
  constructor(private readonly places: ReadPlaces) {}

  @Get('places')
  @Operation('directory.listPlaces', {
    summary: { zh: '地点列表', en: 'List places' },
    ok: 200,
    okBody: PlacePage,
  })
  async listPlaces(@Query() query: ListPlacesQuery, @Acting() principal: Principal): Promise<PlacePage> {
    const kinds = query.kind ? [query.kind] : listedKinds;
    return placePage(await this.places.page(principal, 'directory.listPlaces', { ...query, kinds }));
  }

  @Get('homes')
  @Operation('directory.listHomes', {
    summary: { zh: '房屋列表', en: 'List homes' },
    ok: 200,
    okBody: PlacePage,
  })
  async listHomes(@Query() query: ListHomesQuery, @Acting() principal: Principal): Promise<PlacePage> {
    return placePage(await this.places.page(principal, 'directory.listHomes', { ...query, kinds: ['home'] }));
  }
}
