import { Controller, Get, Header } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { ReadDoorContactHandler } from './read-door-contact.handler';

export class DoorContactView {
  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  phone!: string | null;
}

@Controller('api/work-orders')
export class ReadDoorContactController {
  constructor(private readonly handler: ReadDoorContactHandler) {}

  @Get(':id/door-contact')
  @Header('cache-control', 'no-store')
  @Operation('dispatch.readDoorContact', {
    summary: { zh: '查看代联系人的电话', en: 'Who is called instead of the people of the home' },
    description: { zh: '每次查看都会留下记录。', en: 'Each time is recorded.' },
    ok: 200,
    okBody: DoorContactView,
  })
  read(@PathId() id: string, @Acting() principal: Principal): Promise<DoorContactView> {
    return this.handler.execute(principal, id);
  }
}
