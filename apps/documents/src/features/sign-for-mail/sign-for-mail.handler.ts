import { Injectable } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import { datedNumber } from '@property-office/contracts';
import type { RuleBook } from '@property-office/deadlines';
import { newId, searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { assertColleague } from '../../persistence/colleagues';
import { MailClocks } from '../../persistence/mail-clocks';
import { MailItem } from '../../persistence/mail-item.entity';
import { MailItems } from '../../persistence/mail-items';
import type { SignForMailDto } from './sign-for-mail.dto';

export interface PreparedMail {
  id: string;
  rules: RuleBook;
}

/** What the post brings is signed for in one act: from whom, for whom, of what kind, when (W1.1). */
@Injectable()
export class SignForMailHandler {
  constructor(
    private readonly attachments: AttachmentClaims,
    private readonly mail: MailItems,
    private readonly clocks: MailClocks,
  ) {}

  /** @throws attachmentRefused (400), unavailable (503) */
  async prepare({ principal }: CommandContext, { attachmentIds }: SignForMailDto): Promise<PreparedMail> {
    const id = newId();
    await this.attachments.claim(attachmentIds, principal.personId, { type: 'mail-item', id });
    return { id, rules: await this.clocks.book() };
  }

  /** @throws roleMayNot (403), staffUnknown, personGone, the errors of G2 (400) */
  async execute(tx: Transaction, command: CommandContext, input: SignForMailDto, { id, rules }: PreparedMail): Promise<MailItem> {
    const { siteId, kind, sender, addresseeId, subject = null, theirNumber = null, official = false, attachmentIds = [] } = input;
    const act = actOf(tx, command, siteId, input);
    await assertColleague(tx, addresseeId, siteId, '/addresseeId');
    const [row] = await tx.query<{ n: string }>(`SELECT nextval('mail_number') AS n`);
    const number = datedNumber('P', tx.now, row!.n);
    const text = searchText(number, sender, subject, theirNumber);
    const mail = Object.assign(new MailItem(), {
      id,
      number,
      siteId,
      version: 1,
      state: 'waiting' as const,
      kind,
      sender,
      subject,
      theirNumber,
      official,
      addresseeId,
      round: 1,
      signedBy: act.actor.personId,
      attachmentIds,
      collectedAt: null,
      documentId: null,
      searchText: text,
      searchWords: searchWords(text),
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    } satisfies MailItem);
    this.mail.insert(tx, mail, act);
    this.clocks.begin(tx, rules, mail, act.happenedAt);
    return mail;
  }
}
