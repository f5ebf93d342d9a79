import { crewKinds, type CrewKind, type Skill } from '@property-office/contracts';
import { Id, Nested, OneOf, Text } from '@property-office/service-kit';
import { NameDto } from '../name.dto';
import { Skills } from '../skills.field';

export class CreateCrewDto {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @OneOf(crewKinds, { label: { zh: '类型', en: 'kind of crew' }, optional: true })
  kind?: CrewKind;

  @Text({ label: { zh: '编号', en: 'code' }, max: 50 })
  code!: string;

  @Nested(() => NameDto, { label: { zh: '名称', en: 'name' } })
  name!: NameDto;

  @Skills()
  skills!: Skill[];
}
