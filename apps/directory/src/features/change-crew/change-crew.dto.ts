import type { Skill } from '@property-office/contracts';
import { Nested, Text } from '@property-office/service-kit';
import { NameDto } from '../name.dto';
import { Skills } from '../skills.field';

/** What is left out stays as it is. */
export class ChangeCrewDto {
  @Text({ label: { zh: '编号', en: 'code' }, max: 50, optional: true })
  code?: string;

  @Nested(() => NameDto, { label: { zh: '名称', en: 'name' }, optional: true })
  name?: NameDto;

  @Skills({ optional: true })
  skills?: Skill[];
}
