import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadDirectives } from '../../persistence/read-directives';
import { DirectiveFiguresView, directiveFiguresView } from '../directive-figures.view';
import { ListDirectivesQuery } from '../list-directives/list-directives.query';

export class DirectiveFiguresPage {
  @ApiProperty({ type: [DirectiveFiguresView] })
  items!: DirectiveFiguresView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/directive-figures')
export class ListDirectiveFiguresController {
  constructor(private readonly directives: ReadDirectives) {}

  @Get()
  @Operation('documents.listDirectiveFigures', { summary: { zh: '各项指示的确认人数', en: 'How many have acknowledged each directive' }, ok: 200, okBody: DirectiveFiguresPage })
  async list(@Query() query: ListDirectivesQuery, @Acting() principal: Principal): Promise<Page<DirectiveFiguresView>> {
    const page = await this.directives.page(principal, 'documents.listDirectiveFigures', query);
    return { items: page.items.map(directiveFiguresView), nextCursor: page.nextCursor };
  }
}
