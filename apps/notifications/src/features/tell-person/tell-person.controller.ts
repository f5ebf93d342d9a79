import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { tellPersonPath, type PersonToTell } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Id, Nested, OneOf, Text } from '@property-office/service-kit';
import { unnamedNotices, type NoticeKind } from '../../domain/notices';
import { notify, type Notice } from '../../persistence/notify';

export class SubjectToTellOfDto {
  @OneOf(['complaint', 'suggestion', 'enquiry'], { label: { zh: '对象类型', en: 'type of the subject' } })
  type!: 'complaint' | 'suggestion' | 'enquiry';

  @Id({ label: { zh: '对象', en: 'subject' } })
  id!: string;
}

export class TellPersonDto implements PersonToTell {
  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;

  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @OneOf([...unnamedNotices], { label: { zh: '通知类型', en: 'kind of notice' } })
  kind!: string;

  @Nested(() => SubjectToTellOfDto, { label: { zh: '对象', en: 'subject' } })
  subject!: SubjectToTellOfDto;

  @Text({ label: { zh: '场合', en: 'occasion' }, max: 100 })
  occasion!: string;

  @Text({ label: { zh: '编号', en: 'number' }, max: 50 })
  number!: string;

  @Text({ label: { zh: '发生时间', en: 'time it happened' }, max: 40 })
  happenedAt!: string;
}

/** Tells somebody who may be named in no event: a complainant, or whoever wrote in the portal. Told again under the same key, nothing happens. */
@Controller()
export class TellPersonController {
  constructor(private readonly database: Database) {}

  @Post(tellPersonPath)
  @HttpCode(200)
  @Internal()
  async tell(@Body() told: TellPersonDto): Promise<Record<string, never>> {
    const { personId, siteId, subject, occasion, number } = told;
    const notice: Notice = { personId, siteId, subject, occasion, kind: told.kind as NoticeKind, data: { number }, happenedAt: new Date(told.happenedAt) };
    await this.database.transaction((tx) => Promise.resolve(notify(tx, notice)));
    return {};
  }
}
