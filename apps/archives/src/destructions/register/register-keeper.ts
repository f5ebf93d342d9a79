import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@property-office/persistence';
import { CONFIGURATION, Shutdown, stopOrder, type PlatformConfiguration } from '@property-office/service-kit';
import { Register, lockRegister } from './register';
import { destructionRegisterPath, RegisterFile } from './register-file';

const retryMs = 5_000;

/**
 * Writes outside what the register in the database has more: after each destruction, and at the start what a process left behind that
 * ended before it could. Never the other way round: what only the file knows of is applied again by `ops restore` and `ops destroy-again`.
 */
@Injectable()
export class RegisterKeeper implements OnApplicationBootstrap {
  private readonly log = new Logger('Destruction register');
  private readonly file = new RegisterFile(destructionRegisterPath(this.configuration));
  private round: Promise<void> = Promise.resolve();
  private again: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
    private readonly database: Database,
    private readonly register: Register,
    private readonly shutdown: Shutdown,
  ) {}

  onApplicationBootstrap(): void {
    this.wake();
    this.shutdown.register('destruction register', stopOrder.timers, () => this.stop(), 3_000);
  }

  /** A destruction was committed. */
  wake(): void {
    this.round = this.round.then(() => this.write());
  }

  /** A line of that number stands outside already. For whoever is to write it: the database was brought back to before that line was written. */
  has(n: number): boolean {
    return this.file.read().length >= n;
  }

  /** What is on its way outside is there. */
  written(): Promise<void> {
    return this.round;
  }

  private async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.again);
    await this.round;
  }

  private async write(): Promise<void> {
    try {
      await this.database.transaction(async (tx) => {
        await lockRegister(tx);
        this.file.begin();
        const known = this.file.read().length;
        for (const line of await this.register.after(tx, known)) this.file.append(line);
      });
    } catch (error) {
      this.log.warn(`it cannot be written: ${(error as Error).message}`);
      clearTimeout(this.again);
      if (!this.stopping) this.again = setTimeout(() => this.wake(), retryMs).unref();
    }
  }
}
