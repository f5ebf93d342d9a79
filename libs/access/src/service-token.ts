import { errors, jwtVerify, SignJWT } from 'jose';
import { accessErrors } from './errors';
import { Lru } from './lru';
import { clockToleranceSeconds, keyNamed } from './principal-token';
import type { SigningKey, VerifyingKeys } from './signing-keys';

export const serviceTokenHeader = 'x-service-token';

const lifetimeSeconds = 30;
const reuseMs = 10_000;
const cachedTokens = 1_000;
const audience = 'internal';

/** Signs calls of one service to `/internal/*` routes of others. */
export class ServiceTokenSigner {
  private last?: { token: Promise<string>; kid: string; madeAt: number };

  constructor(
    readonly service: string,
    private readonly key: SigningKey,
  ) {}

  /** A token good for at least 20 s. */
  token(): Promise<string> {
    const now = Date.now();
    if (this.last && this.last.kid === this.key.kid && now - this.last.madeAt < reuseMs) return this.last.token;
    const token = new SignJWT({})
      .setProtectedHeader({ alg: 'EdDSA', kid: this.key.kid })
      .setSubject(this.service)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .sign(this.key.key);
    this.last = { token, kid: this.key.kid, madeAt: now };
    return token;
  }
}

/** Verifies service tokens. A key speaks only for the service its id is named after. */
export class ServiceTokenVerifier {
  private readonly cache = new Lru<{ service: string; until: number }>(cachedTokens);

  constructor(private readonly keys: VerifyingKeys) {}

  /**
   * @returns the name of the calling service
   * @throws serviceOnly (401)
   */
  async verify(token: string): Promise<string> {
    const cached = this.cache.get(token);
    if (cached && Date.now() < cached.until) return cached.service;
    try {
      const { payload, protectedHeader } = await jwtVerify(token, ({ kid }) => keyNamed(this.keys, kid), {
        algorithms: ['EdDSA'],
        audience,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: clockToleranceSeconds,
      });
      const service = payload.sub!;
      if (!protectedHeader.kid?.startsWith(`${service}.`))
        throw new errors.JWTClaimValidationFailed('key of another service', payload, 'sub');
      this.cache.set(token, { service, until: (payload.exp! + clockToleranceSeconds) * 1000 });
      return service;
    } catch (cause) {
      if (cause instanceof errors.JOSEError) throw Object.assign(accessErrors.serviceOnly(), { cause });
      throw cause;
    }
  }
}
