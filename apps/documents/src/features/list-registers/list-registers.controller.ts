import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, Operation, PageQuery } from '@property-office/service-kit';
import { ReadRegisters } from '../../persistence/read-registers';
import { RegisterView } from '../register.view';

export class ListRegistersQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}

export class RegisterPage {
  @ApiProperty({ type: [RegisterView] })
  items!: RegisterView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/registers')
export class ListRegistersController {
  constructor(private readonly registers: ReadRegisters) {}

  @Get()
  @Operation('documents.listRegisters', { summary: { zh: '登记簿列表', en: 'List registers' }, ok: 200, okBody: RegisterPage })
  list(@Query() query: ListRegistersQuery, @Acting() principal: Principal): Promise<Page<RegisterView>> {
    return this.registers.page(principal, query);
  }
}
