import { Controller, Get, Query } from '@nestjs/common';
import { FieldCipher } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Acting, Id, Operation, PageQuery, Text } from '@property-office/service-kit';
import { disclosureOf } from '../../acting/disclosure';
import { openPhone } from '../../persistence/person-phone';
import { ReadPeople } from '../../persistence/read-people';
import { PersonPage, personView } from '../person.view';

export class ListPeopleQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Id({ label: { zh: '房屋', en: 'home' }, optional: true, description: 'Only people tied to it today' })
  homeId?: string;

  @Text({
    label: { zh: '搜索内容', en: 'search text' },
    max: 100,
    optional: true,
    description: 'Name, pinyin, initials, or a whole telephone number',
  })
  q?: string;
}

@Controller('api/people')
export class ListPeopleController {
  constructor(
    private readonly people: ReadPeople,
    private readonly cipher: FieldCipher,
  ) {}

  @Get()
  @Operation('directory.listPeople', {
    summary: { zh: '人员列表', en: 'List people' },
    ok: 200,
    okBody: PersonPage,
  })
  async list(@Query() query: ListPeopleQuery, @Acting() principal: Principal): Promise<PersonPage> {
    const { items, nextCursor } = await this.people.page(principal, query);
    const sites = await this.people.sitesOf(items);
    const views = items.map((person) =>
      personView(
        person,
        openPhone(this.cipher, person),
        disclosureOf(principal, person.id, sites.get(person.id) ?? []),
      ),
    );
    return { items: views, nextCursor };
  }
}
