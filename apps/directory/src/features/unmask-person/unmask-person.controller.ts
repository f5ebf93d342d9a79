import { Body, Controller, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { FieldCipher } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, Operation, PathId, Text } from '@property-office/service-kit';
import { lockPerson } from '../../persistence/people';
import { openPhone } from '../../persistence/person-phone';
import { recordView } from '../../persistence/personal-data-views';

export class UnmaskPersonDto {
  @Text({ label: { zh: '查看原因', en: 'reason' }, min: 2, max: 200 })
  reason!: string;
}

export class UnmaskedPersonView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  phone!: string | null;
}

/** The whole number, once and for a reason that is kept (G7). */
@Controller('api/people')
export class UnmaskPersonController {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  @Post(':id/unmask')
  @Operation('directory.unmaskPerson', {
    summary: { zh: '查看完整联系方式', en: 'Show a telephone number in full' },
    description: {
      zh: '每次查看都会留下记录；不按 Idempotency-Key 保存回答。',
      en: 'Each time is recorded. The answer is not kept for repeats under an Idempotency-Key.',
    },
    ok: 200,
    okBody: UnmaskedPersonView,
  })
  unmask(
    @PathId() id: string,
    @Body() { reason }: UnmaskPersonDto,
    @Acting() principal: Principal,
  ): Promise<UnmaskedPersonView> {
    return this.database.transaction(async (tx) => {
      const { person, actor } = await lockPerson(tx, principal, 'directory.unmaskPerson', id);
      recordView(tx, { actor }, [id], ['name', 'phone'], reason);
      return { id, name: person.name, phone: openPhone(this.cipher, person) };
    });
  }
}
