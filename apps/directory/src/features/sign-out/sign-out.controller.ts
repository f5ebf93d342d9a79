import { Controller, Delete, Res } from '@nestjs/common';
import { SessionCookie } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { OwnSessions } from '../../sessions/own-sessions';

@Controller('api/sessions')
export class SignOutController {
  constructor(
    private readonly sessions: OwnSessions,
    private readonly cookie: SessionCookie,
  ) {}

  @Delete('current')
  @Operation('directory.signOut', { summary: { zh: '退出登录', en: 'Sign out' }, ok: 204 })
  async signOut(
    @Acting() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(principal, principal.sessionId);
    reply.header('set-cookie', this.cookie.clear());
  }
}
