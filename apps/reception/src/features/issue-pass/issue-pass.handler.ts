import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { toString } from 'qrcode';
import { passCode } from '../../domain/pass-code';
import { Guests } from '../../persistence/guests';
import { Visitors } from '../../persistence/visitors';
import type { PassView } from './pass.view';

/** A code nobody guesses lets a visitor in; only a keyed hash of it is kept (W2.1). */
@Injectable()
export class IssuePassHandler {
  constructor(
    private readonly visitors: Visitors,
    private readonly guests: Guests,
  ) {}

  /** @throws visitorUnknown (404), stale (412), visitorMoveIllegal (409) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<PassView> {
    const { visitor, act } = await this.visitors.lockForMove(tx, command, id, 'issue-pass', input);
    const code = passCode(randomBytes(16));
    await this.visitors.advance(tx, visitor, act, 'reception.visitor-pass-issued.v1', { passIndex: this.guests.passIndex(code) });
    const qr = await toString(code, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
    return { passCode: code, qr, from: visitor.from.toISOString(), until: visitor.until.toISOString() };
  }
}
