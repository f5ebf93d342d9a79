import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { delegationKinds, type DelegationKind, type Principal } from '@property-office/contracts';
import { Acting, OneOf, Operation, PathId } from '@property-office/service-kit';
import { directoryErrors } from '../../domain/errors';
import { ReadAnswering } from '../../persistence/read-answering';
import { ReadPeople } from '../../persistence/read-people';

export class ReadAnsweringQuery {
  @OneOf(delegationKinds, { label: { zh: '类别', en: 'kind' } })
  kind!: DelegationKind;
}

export class AnsweringView {
  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'In turn: the person, the deputies, the company; whoever is away is left out',
  })
  personIds!: string[];
}

/** Who answers for somebody now: nothing waits for one person (G1). */
@Controller('api/people')
export class ReadAnsweringController {
  constructor(
    private readonly people: ReadPeople,
    private readonly answering: ReadAnswering,
  ) {}

  @Get(':id/answering')
  @Operation('directory.readAnswering', {
    summary: { zh: '现在由谁负责', en: 'Who answers for a person now' },
    ok: 200,
    okBody: AnsweringView,
  })
  async read(
    @PathId() id: string,
    @Query() { kind }: ReadAnsweringQuery,
    @Acting() principal: Principal,
  ): Promise<AnsweringView> {
    if (!(await this.people.one(principal, 'directory.readAnswering', id))) throw directoryErrors.personUnknown();
    return { personIds: await this.answering.of(id, kind) };
  }
}
