import type { Principal } from '@property-office/contracts';
import { requestErrors } from '@property-office/service-kit';
import { TokenBuckets, type BucketSize } from './token-bucket';

export interface LimitSizes {
  /** Of one session. */
  session: BucketSize;
  /** Of one address without a session: many homes may share it. */
  address: BucketSize;
  /** Tokens of one address that were no session. */
  failures: BucketSize;
}

export const defaultLimits: LimitSizes = {
  session: { burst: 600, perSecond: 100 },
  address: { burst: 600, perSecond: 100 },
  failures: { burst: 120, perSecond: 2 },
};

/** Keeps one client from taking the others' share; per process, and generous. Signing in has a lock-out of its own. */
export class RateLimits {
  private readonly sessions: TokenBuckets;
  private readonly addresses: TokenBuckets;
  private readonly failures: TokenBuckets;

  constructor(
    sizes: LimitSizes,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.sessions = new TokenBuckets(sizes.session);
    this.addresses = new TokenBuckets(sizes.address);
    this.failures = new TokenBuckets(sizes.failures);
  }

  /** Other systems bring in their records as fast as they are accepted. @throws tooManyRequests (429) */
  ofPrincipal({ sessionId, roles }: Principal): void {
    if (roles.some(({ role }) => role === 'importer')) return;
    refuseFor(this.sessions.take(sessionId, this.now()));
  }

  /** A request without a session. @throws tooManyRequests (429) */
  ofAddress(address: string): void {
    refuseFor(this.addresses.take(address, this.now()));
  }

  /** Before a token is looked up. @throws tooManyRequests (429) when the address has been guessing */
  ofGuessing(address: string): void {
    refuseFor(this.failures.wait(address, this.now()));
  }

  /** A token that was no session. */
  guessed(address: string): void {
    this.failures.take(address, this.now());
  }
}

function refuseFor(seconds: number): void {
  if (seconds > 0) throw requestErrors.tooManyRequests({}, { retryAfter: Math.ceil(seconds) });
}
