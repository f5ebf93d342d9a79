import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { mailStateAfter } from '../../domain/errors';
import { assertColleague } from '../../persistence/colleagues';
import { MailClocks } from '../../persistence/mail-clocks';
import type { MailItem } from '../../persistence/mail-item.entity';
import { MailItems } from '../../persistence/mail-items';
import type { ReaddressMailDto } from './readdress-mail.dto';

/** It is for somebody else: its addressee was wrong, is away or has left. */
@Injectable()
export class ReaddressMailHandler {
  constructor(
    private readonly mail: MailItems,
    private readonly clocks: MailClocks,
  ) {}

  /** @throws mailUnknown (404), mailMoveIllegal (409), staffUnknown, personGone (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { addresseeId, ...input }: ReaddressMailDto): Promise<MailItem> {
    const { mail, act } = await this.mail.lockForAct(tx, command, id, input);
    const state = mailStateAfter(mail.state, 'readdress');
    const formerAddresseeId = mail.addresseeId;
    if (addresseeId === formerAddresseeId) return mail;
    await assertColleague(tx, addresseeId, mail.siteId, '/addresseeId');
    this.mail.advance(tx, mail, act, { kind: 'readdressed', formerAddresseeId }, { state, addresseeId, round: mail.round + 1 });
    await this.clocks.readdressed(tx, mail, act.happenedAt);
    return mail;
  }
}
