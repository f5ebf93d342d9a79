import { Controller, Get } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import type { Answer } from '@property-office/service-kit';
import { Acting, ok, Operation, PathId } from '@property-office/service-kit';
import { disclosureOf } from '../../acting/disclosure';
import { directoryErrors } from '../../domain/errors';
import { openPhone } from '../../persistence/person-phone';
import { ReadPeople } from '../../persistence/read-people';
import { PersonView, personView } from '../person.view';

@Controller('api/people')
export class ReadPersonController {
  constructor(
    private readonly people: ReadPeople,
    private readonly cipher: FieldCipher,
  ) {}

  @Get(':id')
  @Operation('directory.readPerson', {
    summary: { zh: '查看人员', en: 'Read a person' },
    ok: 200,
    okBody: PersonView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<PersonView>> {
    const person = await this.people.one(principal, 'directory.readPerson', id);
    if (!person) throw directoryErrors.personUnknown();
    const sites = await this.people.sitesOf([person]);
    const disclosure = disclosureOf(principal, id, sites.get(id) ?? []);
    return ok(personView(person, openPhone(this.cipher, person), disclosure), person.version);
  }
}
