import { Controller, Delete } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation, PathId } from '@property-office/service-kit';
import { OwnSessions } from '../../sessions/own-sessions';

@Controller('api/sessions')
export class EndSessionController {
  constructor(private readonly sessions: OwnSessions) {}

  @Delete(':id')
  @Operation('directory.endSession', {
    summary: { zh: '退出某台设备', en: 'End one of my sessions' },
    ok: 204,
  })
  end(@PathId() id: string, @Acting() principal: Principal): Promise<void> {
    return this.sessions.end(principal, id);
  }
}
