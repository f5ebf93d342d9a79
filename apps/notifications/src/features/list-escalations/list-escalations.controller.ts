import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, languageOf, Operation, PageQuery, QueryFlag, Text } from '@property-office/service-kit';
import { Escalations } from '../../persistence/escalations';
import { EscalationView, escalationView } from '../escalation.view';

export class ListEscalationsQuery extends PageQuery {
  @QueryFlag({ label: { zh: '是否待处理', en: 'whether it is open' }, optional: true })
  open?: boolean;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true, description: 'Number of the matter, or words of your note' })
  q?: string;
}

export class EscalationPage {
  @ApiProperty({ type: [EscalationView] })
  items!: EscalationView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/escalations')
export class ListEscalationsController {
  constructor(private readonly escalations: Escalations) {}

  @Get()
  @Operation('notifications.listEscalations', { summary: { zh: '升级给我的事项', en: 'What was escalated to me' }, ok: 200, okBody: EscalationPage })
  async list(
    @Query() query: ListEscalationsQuery,
    @Acting() { personId }: Principal,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Page<EscalationView>> {
    const page = await this.escalations.page(personId, query);
    return { items: page.items.map((each) => escalationView(each, languageOf(language))), nextCursor: page.nextCursor };
  }
}
