import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { maskName } from '@property-office/kernel';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { disclosureOf } from '../../acting/disclosure';
import { directoryErrors } from '../../domain/errors';
import { ReadPlaces } from '../../persistence/read-places';
import { ReadTies } from '../../persistence/read-ties';
import { TieView, tieView } from '../tie.view';

export class NamedTieView extends TieView {
  @ApiProperty({ description: 'Masked for roles that need not know' })
  personName!: string;
}

export class HomeTies {
  @ApiProperty({ type: [NamedTieView], description: 'The latest first, at most 200' })
  items!: NamedTieView[];
}

@Controller('api/homes')
export class ListTiesController {
  constructor(
    private readonly places: ReadPlaces,
    private readonly ties: ReadTies,
  ) {}

  @Get(':id/ties')
  @Operation('directory.listTies', {
    summary: { zh: '房屋的住户', en: 'People tied to a home' },
    ok: 200,
    okBody: HomeTies,
  })
  async list(@PathId() id: string, @Acting() principal: Principal): Promise<HomeTies> {
    const home = await this.places.one(principal, 'directory.listTies', id);
    if (home?.kind !== 'home') throw directoryErrors.placeUnknown();
    const items = (await this.ties.ofHome(principal, home)).map((tie) => {
      const masked = disclosureOf(principal, tie.personId, [home.siteId]) === 'masked';
      return { ...tieView(tie), personName: masked ? maskName(tie.name) : tie.name };
    });
    return { items };
  }
}
