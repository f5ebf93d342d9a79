import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { OwnSessions } from '../../sessions/own-sessions';

export class OwnSessionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'This request came with it' })
  current!: boolean;

  @ApiProperty({ description: 'What the browser or app calls itself' })
  device!: string;

  @ApiProperty({ format: 'date-time' })
  startedAt!: string;

  @ApiProperty({ format: 'date-time', description: 'To the minute' })
  lastSeenAt!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}

export class OwnSessionList {
  @ApiProperty({ type: [OwnSessionView], description: 'The latest first, at most 100' })
  items!: OwnSessionView[];
}

@Controller('api/sessions')
export class ListSessionsController {
  constructor(private readonly sessions: OwnSessions) {}

  @Get()
  @Operation('directory.listSessions', {
    summary: { zh: '我的登录设备', en: 'My sessions' },
    ok: 200,
    okBody: OwnSessionList,
  })
  async list(@Acting() principal: Principal): Promise<OwnSessionList> {
    const open = await this.sessions.open(principal);
    return {
      items: open.map(({ id, device, startedAt, lastSeenAt, expiresAt }) => ({
        id,
        current: id === principal.sessionId,
        device,
        startedAt: startedAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      })),
    };
  }
}
