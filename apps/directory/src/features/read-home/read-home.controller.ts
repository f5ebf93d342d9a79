import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import type { Answer } from '@property-office/service-kit';
import { Acting, ok, Operation, PathId } from '@property-office/service-kit';
import { directoryErrors } from '../../domain/errors';
import { ReadPlaces } from '../../persistence/read-places';
import { PlaceView, placeView } from '../place.view';

@Controller('api/homes')
export class ReadHomeController {
  constructor(private readonly places: ReadPlaces) {}

  @Get(':id')
  @Operation('directory.readHome', {
    summary: { zh: '查看房屋', en: 'Read a home' },
    ok: 200,
    okBody: PlaceView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<PlaceView>> {
    const home = await this.places.one(principal, 'directory.readHome', id);
    if (home?.kind !== 'home') throw directoryErrors.placeUnknown();
    return ok(placeView(home), home.version);
  }
}
