import type { Principal } from '@property-office/contracts';
import { errors, jwtVerify, SignJWT } from 'jose';
import { accessErrors } from './errors';
import { Lru } from './lru';
import type { SigningKey, VerifyingKeys } from './signing-keys';

export const principalHeader = 'x-principal';

const lifetimeSeconds = 30;
/** Processes on different machines may differ by this much. */
export const clockToleranceSeconds = 5;
/** A token is sent again for the same session for so long: signing each request costs about 0.17 ms of CPU. */
const reuseMs = 10_000;
const cachedSessions = 10_000;
const cachedTokens = 10_000;
const audience = 'services';

/** Signs the principal for the services behind the door. Only the door has the key. */
export class PrincipalTokenSigner {
  private readonly cache = new Lru<{ token: Promise<string>; kid: string; claims: string; madeAt: number }>(
    cachedSessions,
  );

  constructor(private readonly key: SigningKey) {}

  /** A token good for at least 20 s. What the principal may do is inside, so a changed role makes a new token at once. */
  tokenFor(principal: Principal): Promise<string> {
    const claims = JSON.stringify(principal);
    const cached = this.cache.get(principal.sessionId);
    const now = Date.now();
    if (cached && cached.claims === claims && cached.kid === this.key.kid && now - cached.madeAt < reuseMs) return cached.token;
    const token = this.sign(principal);
    this.cache.set(principal.sessionId, { token, kid: this.key.kid, claims, madeAt: now });
    token.catch(() => this.cache.delete(principal.sessionId));
    return token;
  }

  private sign(principal: Principal): Promise<string> {
    return new SignJWT({ principal: { ...principal } })
      .setProtectedHeader({ alg: 'EdDSA', kid: this.key.kid })
      .setSubject(principal.personId)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .sign(this.key.key);
  }
}

/** Verifies principal tokens; each is checked once and remembered until it expires. */
export class PrincipalTokenVerifier {
  private readonly cache = new Lru<{ principal: Principal; until: number }>(cachedTokens);

  constructor(private readonly keys: VerifyingKeys) {}

  /** @throws notSignedIn (401) for a token that is not the door's, altered, or past its time */
  async verify(token: string): Promise<Principal> {
    const cached = this.cache.get(token);
    if (cached) {
      if (Date.now() < cached.until) return cached.principal;
      this.cache.delete(token);
    }
    const { principal, until } = await this.check(token);
    this.cache.set(token, { principal, until });
    return principal;
  }

  private async check(token: string): Promise<{ principal: Principal; until: number }> {
    try {
      const { payload } = await jwtVerify<{ principal: Principal }>(
        token,
        ({ kid }) => keyNamed(this.keys, kid),
        {
          algorithms: ['EdDSA'],
          audience,
          requiredClaims: ['exp', 'sub', 'principal'],
          clockTolerance: clockToleranceSeconds,
        },
      );
      return {
        principal: Object.freeze(payload.principal),
        until: (payload.exp! + clockToleranceSeconds) * 1000,
      };
    } catch (cause) {
      if (cause instanceof errors.JOSEError) throw Object.assign(accessErrors.notSignedIn(), { cause });
      throw cause;
    }
  }
}

/** @throws JWKSNoMatchingKey */
export function keyNamed(keys: VerifyingKeys, kid: string | undefined) {
  const key = kid === undefined ? undefined : keys.get(kid);
  if (!key) throw new errors.JWKSNoMatchingKey();
  return key;
}
