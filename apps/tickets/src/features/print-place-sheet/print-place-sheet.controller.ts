import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { permissionOf } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Acting, CONFIGURATION, Operation, originOf, PathId, type PlatformConfiguration } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ticketErrors } from '../../domain/errors';
import { PlaceCodes, sitesSeen } from '../../persistence/place-codes';
import { placeSheet } from '../../printing/place-sheet';

@Controller('api/places')
export class PrintPlaceSheetController {
  constructor(
    private readonly codes: PlaceCodes,
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
  ) {}

  @Get(':id/qr')
  @Operation('tickets.printPlaceSheet', {
    summary: { zh: '打印公共地点的报修二维码', en: 'The QR sheet of a public place, to be printed' },
    ok: 200,
  })
  @ApiOkResponse({ description: 'A5', content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  async print(
    @PathId() id: string,
    @Acting() principal: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = await this.codes.byPlace(id, sitesSeen(principal, permissionOf('tickets.printPlaceSheet').site));
    if (!place) throw ticketErrors.publicPlaceUnknown();
    const origin = originOf(request, this.configuration.http.publicUrl);
    const sheet = placeSheet({ site: place.site, place: place.label, url: `${origin}/report/${place.code}` });
    reply.header('cache-control', 'no-store').type('image/svg+xml; charset=utf-8').send(sheet);
  }
}
