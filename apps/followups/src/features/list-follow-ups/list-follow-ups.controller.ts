import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadFollowUps } from '../../persistence/read-follow-ups';
import { FollowUpView, viewOf } from '../follow-up.view';
import { ListFollowUpsQuery } from './list-follow-ups.query';

export class FollowUpPage {
  @ApiProperty({ type: [FollowUpView] })
  items!: FollowUpView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/follow-ups')
export class ListFollowUpsController {
  constructor(private readonly followUps: ReadFollowUps) {}

  @Get()
  @Operation('followups.listFollowUps', { summary: { zh: '回访列表', en: 'List follow-ups' }, ok: 200, okBody: FollowUpPage })
  async list(@Query() query: ListFollowUpsQuery, @Acting() principal: Principal): Promise<Page<FollowUpView>> {
    const page = await this.followUps.page(principal, query);
    return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
  }
}
