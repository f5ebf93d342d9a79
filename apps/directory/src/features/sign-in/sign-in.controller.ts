import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { SessionCookie } from '@property-office/access';
import type { Answer } from '@property-office/service-kit';
import { created, Operation, sourceOf } from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DescribePrincipal } from '../../sessions/describe-principal';
import { DirectorySessionResolver } from '../../sessions/session-resolver';
import { directoryErrors } from '../../domain/errors';
import type { NewSession } from '../../sessions/open-session';
import { SignInByCodeHandler } from '../sign-in-by-code/sign-in-by-code.handler';
import { SignedInView, SignInDto } from './sign-in.dto';
import { SignInHandler } from './sign-in.handler';

const longestDevice = 200;

@Controller('api/sessions')
export class SignInController {
  constructor(
    private readonly byPassword: SignInHandler,
    private readonly byCode: SignInByCodeHandler,
    private readonly resolver: DirectorySessionResolver,
    private readonly principals: DescribePrincipal,
    private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @Operation('directory.signIn', {
    summary: { zh: '登录', en: 'Sign in' },
    description: {
      zh: '登录名和密码，或手机号和验证码。成功后会话在 Cookie 和 token 中各有一份；不按 Idempotency-Key 保存回答。',
      en: 'By login and password, or by phone and one-time code. The session comes as a cookie and as `token`. The answer is not kept for repeats under an Idempotency-Key.',
    },
    public: true,
    ok: 201,
    okBody: SignedInView,
    errors: ['unauthenticated', 'forbidden', 'too-many'],
  })
  async signIn(
    @Body() input: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer<SignedInView>> {
    const { token, expiresAt, lastsSeconds } = await this.enter(wayIn(input), {
      source: sourceOf(request),
      device: (request.headers['user-agent'] ?? '').slice(0, longestDevice),
    });
    const session = await this.resolver.resolve(token);
    // Ended by somebody in charge at this very moment.
    if (!session) throw directoryErrors.wrongCredentials();
    reply.header('set-cookie', this.cookie.set(token, lastsSeconds)).header('cache-control', 'no-store');
    const principal = await this.principals.describe(session.principal);
    return created('/api/sessions/current', { token, expiresAt: expiresAt.toISOString(), principal });
  }

  private enter(way: WayIn, from: { source: string; device: string }): Promise<NewSession> {
    return 'login' in way
      ? this.byPassword.execute({ ...way, ...from })
      : this.byCode.execute({ ...way, ...from });
  }
}

type WayIn = { login: string; password: string } | { phone: string; code: string };

/** @throws sign-in-fields (400) unless it is one whole pair and nothing of the other */
function wayIn({ login, password, phone, code }: SignInDto): WayIn {
  const byCode = phone !== undefined || code !== undefined;
  if (byCode && (login !== undefined || password !== undefined)) throw directoryErrors.signInFields('both');
  if (byCode) {
    if (phone === undefined) throw directoryErrors.signInFields('phone');
    if (code === undefined) throw directoryErrors.signInFields('code');
    return { phone, code };
  }
  if (login === undefined) throw directoryErrors.signInFields('login');
  if (password === undefined) throw directoryErrors.signInFields('password');
  return { login, password };
}
