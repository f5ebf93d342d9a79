import { Controller, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { actingRole, permissionOf } from '@property-office/access';
import { Audit } from '@property-office/audit';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { ticketErrors } from '../../domain/errors';
import { changeCode, PlaceCodes, sitesSeen } from '../../persistence/place-codes';

export class PlaceCodeChangedView {
  @ApiProperty({ format: 'uuid' })
  placeId!: string;

  @ApiProperty({ description: 'How many codes the place has had' })
  version!: number;
}

/** A code that is misused gets another one; the sheet is printed anew. */
@Controller('api/places')
export class ChangePlaceCodeController {
  constructor(
    private readonly commands: Commands,
    private readonly codes: PlaceCodes,
    private readonly audit: Audit,
  ) {}

  @Post(':id/change-code')
  @Operation('tickets.changePlaceCode', {
    summary: { zh: '更换公共地点的报修二维码', en: 'Give a public place another QR code' },
    ok: 200,
    okBody: PlaceCodeChangedView,
  })
  change(@PathId() id: string, @Command() command: CommandContext): Promise<Answer<PlaceCodeChangedView>> {
    const { principal, operation } = command;
    return this.commands.run(
      command,
      async (tx, place) => {
        const version = await changeCode(tx, id);
        const actor = { personId: principal.personId, role: actingRole(principal, operation, place.siteId) };
        this.audit.record(tx, { actor, operation, objectType: 'place', objectId: id, siteId: place.siteId, details: { version } });
        return ok({ placeId: id, version });
      },
      async () => {
        const place = await this.codes.byPlace(id, sitesSeen(principal, permissionOf('tickets.changePlaceCode').site));
        if (!place) throw ticketErrors.publicPlaceUnknown();
        return place;
      },
    );
  }
}
