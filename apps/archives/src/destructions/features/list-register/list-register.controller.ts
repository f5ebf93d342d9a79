import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, Operation, PageQuery } from '@property-office/service-kit';
import { Register } from '../../register/register';
import { RegisterLineView, registerLineView } from './register-line.view';

export class ListRegisterQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}

export class DestructionRegisterPage {
  @ApiProperty({ type: [RegisterLineView] })
  items!: RegisterLineView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/destructions')
export class ListRegisterController {
  constructor(private readonly register: Register) {}

  @Get('register')
  @Operation('archives.listRegister', {
    summary: { zh: '销毁登记册', en: 'The destruction register' },
    description: { zh: '永久保存；恢复旧备份之后，按库外的登记册补记。', en: 'Kept for good; after an older backup was restored, made whole by the register kept outside.' },
    ok: 200,
    okBody: DestructionRegisterPage,
  })
  async list(@Query() query: ListRegisterQuery, @Acting() principal: Principal): Promise<Page<RegisterLineView>> {
    const { items, nextCursor } = await this.register.page(principal, query);
    return { items: items.map(registerLineView), nextCursor };
  }
}
