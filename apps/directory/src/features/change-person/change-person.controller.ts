import { Body, Controller, Patch } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { disclosureOf } from '../../acting/disclosure';
import { sitesOfPerson } from '../../persistence/people';
import { openPhone } from '../../persistence/person-phone';
import { answeredPerson, PersonView } from '../person.view';
import { ChangePersonDto } from './change-person.dto';
import { ChangePersonHandler } from './change-person.handler';

@Controller('api/people')
export class ChangePersonController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ChangePersonHandler,
    private readonly cipher: FieldCipher,
  ) {}

  @Patch(':id')
  @Operation('directory.changePerson', {
    summary: { zh: '更正人员信息', en: 'Correct what is held of a person' },
    ok: 200,
    okBody: PersonView,
    errors: ['stale', 'precondition-missing'],
  })
  change(
    @PathId() id: string,
    @Body() input: ChangePersonDto,
    @Command() command: CommandContext,
  ): Promise<Answer<PersonView>> {
    const { principal } = command;
    return this.commands.run(
      command,
      async (tx, proven) => {
        const person = await this.handler.execute(tx, command, id, input, proven);
        const disclosure = disclosureOf(principal, id, await sitesOfPerson(tx, id));
        return ok(answeredPerson(person, openPhone(this.cipher, person), disclosure), person.version);
      },
      () => this.handler.prove(input),
    );
  }
}
