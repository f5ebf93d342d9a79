import { Body, Controller, Post } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { disclosureOf } from '../../acting/disclosure';
import { openPhone } from '../../persistence/person-phone';
import { answeredPerson, PersonView } from '../person.view';
import { CreatePersonDto } from './create-person.dto';
import { CreatePersonHandler } from './create-person.handler';

@Controller('api/people')
export class CreatePersonController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CreatePersonHandler,
    private readonly cipher: FieldCipher,
  ) {}

  @Post()
  @Operation('directory.createPerson', {
    summary: { zh: '登记人员', en: 'Register a person' },
    ok: 201,
    okBody: PersonView,
  })
  create(@Body() input: CreatePersonDto, @Command() command: CommandContext): Promise<Answer<PersonView>> {
    const { principal } = command;
    return this.commands.run(command, async (tx) => {
      const person = await this.handler.execute(tx, principal, input);
      const disclosure = disclosureOf(principal, person.id, input.siteId ? [input.siteId] : []);
      return created(
        `/api/people/${person.id}`,
        answeredPerson(person, openPhone(this.cipher, person), disclosure),
        person.version,
      );
    });
  }
}
