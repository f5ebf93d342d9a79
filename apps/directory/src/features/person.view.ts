import { ApiProperty } from '@nestjs/swagger';
import { maskName, maskPhone } from '@property-office/kernel';
import type { Disclosure } from '../acting/disclosure';
import type { Person } from '../persistence/person.entity';

export class PersonView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Where the person is registered; null: with the company',
  })
  siteId!: string | null;

  @ApiProperty({ description: 'Masked for roles that need not know' })
  name!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '138****0000',
    description: 'Masked except for the person; see unmask',
  })
  phone!: string | null;

  @ApiProperty({ description: 'The number opens sign-in by one-time code; false: the staff wrote it down and it is not confirmed yet' })
  phoneShown!: boolean;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export class PersonPage {
  @ApiProperty({ type: [PersonView] })
  items!: PersonView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export function personView(
  { id, siteId, name, phoneSetBy, version }: Person,
  phone: string | null,
  disclosure: Disclosure,
): PersonView {
  return {
    id,
    siteId,
    name: disclosure === 'masked' ? maskName(name) : name,
    phone: phone === null || disclosure === 'full' ? phone : maskPhone(phone),
    phoneShown: phone !== null && phoneSetBy === null,
    version,
  };
}

/** For the answer of a command, which is kept for repeats: a whole number must not be kept in clear. */
export function answeredPerson(person: Person, phone: string | null, disclosure: Disclosure): PersonView {
  return personView(person, phone, disclosure === 'full' ? 'phone-masked' : disclosure);
}
