import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { directoryErrors } from '../domain/errors';

/** OWASP's first choice for argon2id: 19 MiB, two passes. Some 10 to 30 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Hashing shares four threads with files and DNS; more at a time makes nobody faster. */
const atOnce = 2;
/** Beyond this a sign-in would wait for seconds. */
const mostWaiting = 100;

/** Of no password: verified where there is no account, so that the answer takes as long as for a wrong password. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$RTZF4ho8Lp3I3Hm76kondg$7rZpj2f+T8pHzLy+htdtEQq4+M9IMlSHp/Hx46DMmro';

/** argon2id, a few at a time. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: Array<() => void> = [];

  /** @returns a PHC string. @throws sign-in-busy (503) */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, cost));
  }

  /** @param passwordHash none: there is no such account, or it has no password; the answer is no, after the same time. @throws sign-in-busy (503) */
  async matches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
    const matches = await this.inTurn(() => verify(passwordHash ?? nobodysHash, password));
    return matches && typeof passwordHash === 'string';
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= atOnce) {
      if (this.waiting.length >= mostWaiting) throw directoryErrors.busy();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
