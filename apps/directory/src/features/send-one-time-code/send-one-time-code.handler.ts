import { Inject, Injectable, Logger } from '@nestjs/common';
import { normalPhone } from '@property-office/access';
import { InternalClient } from '@property-office/backbone';
import { oneTimeCodesPath, type OneTimeCode, type OneTimeCodeAnswer } from '@property-office/contracts';
import { maskPhone } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import {
  CONFIGURATION,
  requestErrors,
  type Language,
  type PlatformConfiguration,
} from '@property-office/service-kit';
import { OneTimeCodes } from '../../sessions/one-time-codes';

export interface CodeWanted {
  phone: string;
  /** Where it comes from; see `sourceOf`. */
  source: string;
  language: Language;
}

/**
 * A code for whoever holds the telephone. Nothing is looked up: a known and an unknown number take the same way. The
 * message goes out after COMMIT; a code that nobody gets is good for nothing.
 */
@Injectable()
export class SendOneTimeCodeHandler {
  private readonly log = new Logger('OneTimeCode');

  constructor(
    private readonly database: Database,
    private readonly codes: OneTimeCodes,
    private readonly services: InternalClient,
    @Inject(CONFIGURATION) private readonly configuration: PlatformConfiguration,
  ) {}

  /** @throws quota-used-up (429), unavailable (503) */
  async execute({ phone, source, language }: CodeWanted): Promise<void> {
    const plain = normalPhone(phone);
    const code = await this.database.transaction((tx) => this.codes.issue(tx, plain, source));
    // A demonstration reaches nobody; whoever tries it reads the log.
    if (this.configuration.demo.enabled)
      return this.log.warn(`DEMO=1: the one-time code of ${maskPhone(plain)} is ${code}`);
    const message: OneTimeCode = { phone: plain, code, language, purpose: 'sign-in' };
    const { outcome } = await this.services.post<OneTimeCodeAnswer>(
      'notifications',
      oneTimeCodesPath,
      message,
    );
    if (outcome !== 'sent') throw requestErrors.unavailable({}, { retryAfter: 60 });
  }
}
