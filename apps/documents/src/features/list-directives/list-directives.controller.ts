import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadDirectives } from '../../persistence/read-directives';
import { DirectiveView, directiveView } from '../directive.view';
import { ListDirectivesQuery } from './list-directives.query';

export class DirectivePage {
  @ApiProperty({ type: [DirectiveView] })
  items!: DirectiveView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/directives')
export class ListDirectivesController {
  constructor(private readonly directives: ReadDirectives) {}

  @Get()
  @Operation('documents.listDirectives', { summary: { zh: '指示列表', en: 'List directives' }, ok: 200, okBody: DirectivePage })
  async list(@Query() query: ListDirectivesQuery, @Acting() principal: Principal): Promise<Page<DirectiveView>> {
    const page = await this.directives.page(principal, 'documents.listDirectives', query);
    return { items: page.items.map(directiveView), nextCursor: page.nextCursor };
  }
}
