import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { sees, sightOf } from '../../acting/sight';
import { directoryErrors } from '../../domain/errors';
import { ReadPeople } from '../../persistence/read-people';
import { ReadStanding } from '../../persistence/read-standing';
import { StandingView, standingView } from './standing.view';

/** A person's homes, roles, crews and account; to residents, what is held of themselves (G7). */
@Controller('api/people')
export class ReadStandingController {
  constructor(
    private readonly people: ReadPeople,
    private readonly standing: ReadStanding,
  ) {}

  @Get(':id/standing')
  @Operation('directory.readStanding', {
    summary: { zh: '查看人员的房屋、角色和班组', en: "Read a person's homes, roles and crews" },
    ok: 200,
    okBody: StandingView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<StandingView> {
    const person = await this.people.one(principal, 'directory.readStanding', id);
    if (!person) throw directoryErrors.personUnknown();
    const sight = sightOf(principal, 'directory.readStanding');
    return standingView(
      await this.standing.of(id),
      (siteId) => id === principal.personId || sees(sight, siteId),
    );
  }
}
