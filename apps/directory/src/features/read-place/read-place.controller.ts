import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Answer } from '@property-office/service-kit';
import { Acting, ok, Operation, PathId } from '@property-office/service-kit';
import { directoryErrors } from '../../domain/errors';
import { ReadPlaces } from '../../persistence/read-places';
import { PlaceView, placeView } from '../place.view';

@Controller('api/places')
export class ReadPlaceController {
  constructor(private readonly places: ReadPlaces) {}

  @Get(':id')
  @Operation('directory.readPlace', {
    summary: { zh: '查看地点', en: 'Read a place' },
    ok: 200,
    okBody: PlaceView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<PlaceView>> {
    const place = await this.places.one(principal, 'directory.readPlace', id);
    if (!place) throw directoryErrors.placeUnknown();
    return ok(placeView(place), place.version);
  }
}
