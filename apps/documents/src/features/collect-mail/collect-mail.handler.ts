import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { documentErrors, mailStateAfter } from '../../domain/errors';
import { MailClocks } from '../../persistence/mail-clocks';
import type { MailItem } from '../../persistence/mail-item.entity';
import { MailItems } from '../../persistence/mail-items';

/** Handed out against a tap of its addressee, and of nobody else. */
@Injectable()
export class CollectMailHandler {
  constructor(
    private readonly mail: MailItems,
    private readonly clocks: MailClocks,
  ) {}

  /** @throws mailUnknown (404), notYourMail (403), mailMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<MailItem> {
    const { mail, act } = await this.mail.lockForAct(tx, command, id, input);
    const state = mailStateAfter(mail.state, 'collect');
    if (mail.addresseeId !== command.principal.personId) throw documentErrors.notYourMail();
    this.mail.advance(tx, mail, act, { kind: 'collected' }, { state, collectedAt: act.happenedAt });
    await this.clocks.collected(tx, mail, act.happenedAt);
    return mail;
  }
}
