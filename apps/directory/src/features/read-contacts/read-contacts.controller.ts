import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { FieldCipher, Internal } from '@property-office/access';
import { Database } from '@property-office/persistence';
import { Ids, Text } from '@property-office/service-kit';
import type { FastifyRequest } from 'fastify';
import { In } from 'typeorm';
import { Person } from '../../persistence/person.entity';
import { openPhone } from '../../persistence/person-phone';
import { recordView } from '../../persistence/personal-data-views';

export class ReadContactsDto {
  @Ids({ label: { zh: '人员', en: 'people' }, max: 200 })
  personIds!: string[];

  @Text({ label: { zh: '用途', en: 'purpose' }, max: 200 })
  purpose!: string;
}

export interface Contact {
  personId: string;
  name: string;
  phone: string | null;
}

/**
 * `POST /internal/people/contacts`: names and telephone numbers for a service that is about to use them (events.md,
 * Personal data stays with its owner). Written down under the caller's name; ids nobody has are left out.
 */
@Controller('internal/people')
export class ReadContactsController {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  @Post('contacts')
  @HttpCode(200)
  @Internal()
  read(
    @Body() { personIds, purpose }: ReadContactsDto,
    @Req() { caller }: FastifyRequest,
  ): Promise<{ items: Contact[] }> {
    return this.database.transaction(async (tx) => {
      const people = await tx.manager.findBy(Person, { id: In(personIds) });
      if (people.length > 0)
        recordView(
          tx,
          { service: caller! },
          people.map(({ id }) => id),
          ['name', 'phone'],
          purpose,
        );
      return {
        items: people.map((person) => ({
          personId: person.id,
          name: person.name,
          phone: openPhone(this.cipher, person),
        })),
      };
    });
  }
}
