import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { doorService, Internal, resolveSessionPath, type ResolvedSession } from '@property-office/access';
import { Text } from '@property-office/service-kit';
import { DirectorySessionResolver } from '../../sessions/session-resolver';

export class ResolveSessionDto {
  @Text({ label: { zh: '会话', en: 'token' }, max: 512 })
  token!: string;
}

@Controller()
export class ResolveSessionController {
  constructor(private readonly sessions: DirectorySessionResolver) {}

  @Post(resolveSessionPath)
  @HttpCode(200)
  @Internal(doorService)
  async resolve(@Body() { token }: ResolveSessionDto): Promise<{ session: ResolvedSession | null }> {
    return { session: await this.sessions.resolve(token) };
  }
}
