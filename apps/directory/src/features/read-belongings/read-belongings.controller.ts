import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { sees, sightOf } from '../../acting/sight';
import { directoryErrors } from '../../domain/errors';
import { ReadBelongings } from '../../persistence/read-belongings';
import { ReadPeople } from '../../persistence/read-people';
import { BelongingsView, belongingsView } from './belongings.view';

/** What somebody who leaves must hand over, of all that directory knows (G6). */
@Controller('api/people')
export class ReadBelongingsController {
  constructor(
    private readonly people: ReadPeople,
    private readonly belongings: ReadBelongings,
  ) {}

  @Get(':id/belongings')
  @Operation('directory.readBelongings', {
    summary: { zh: '离岗交接清单', en: 'What a person who leaves hands over' },
    ok: 200,
    okBody: BelongingsView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<BelongingsView> {
    const operation = 'directory.readBelongings';
    if (!(await this.people.one(principal, operation, id))) throw directoryErrors.personUnknown();
    const sight = sightOf(principal, operation);
    return belongingsView(await this.belongings.of(id), (siteId) => sees(sight, siteId));
  }
}
