import { Injectable } from '@nestjs/common';
import { personsBehind } from '@property-office/access';
import { AttachmentClaims } from '@property-office/backbone';
import { datedNumber } from '@property-office/contracts';
import type { RuleBook } from '@property-office/deadlines';
import { liesAhead, newId, searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { addresseesOf, emptyRoles, type Addressee } from '../../domain/addressees';
import { directiveErrors } from '../../domain/directive-errors';
import { assertColleague } from '../../persistence/colleagues';
import { holdersOfRoles } from '../../persistence/directive-addressees';
import { DirectiveClocks } from '../../persistence/directive-clocks';
import { Directive } from '../../persistence/directive.entity';
import { Directives } from '../../persistence/directives';
import type { DirectiveContentDto } from './give-directive.dto';

/** What is looked up before the transaction. */
export interface PreparedDirective {
  id: string;
  rules: RuleBook;
}

/** A directive is given to its addressees, the first time or in place of another one. */
@Injectable()
export class DeliverDirective {
  constructor(
    private readonly attachments: AttachmentClaims,
    private readonly directives: Directives,
    private readonly clocks: DirectiveClocks,
  ) {}

  /** @throws attachmentRefused (400), unavailable (503) */
  async prepare(personId: string, { attachmentIds }: DirectiveContentDto): Promise<PreparedDirective> {
    const id = newId();
    await this.attachments.claim(attachmentIds, personId, { type: 'directive', id });
    return { id, rules: await this.clocks.book() };
  }

  /** @throws authorityMissing, ownDirective, nobodyAddressed, acknowledgeDateImpossible, staffUnknown, personGone (400) */
  async execute(tx: Transaction, act: Act, siteId: string, input: DirectiveContentDto, { id, rules, replacesId = null }: PreparedDirective & { replacesId?: string | null }): Promise<Directive> {
    const { title, text, authority = null, acknowledgeBy, attachmentIds = [] } = input;
    if (act.actor.role === 'clerk' && authority === null) throw directiveErrors.authorityMissing();
    if (!liesAhead(acknowledgeBy, tx.now)) throw directiveErrors.acknowledgeDateImpossible();
    const addressees = await this.addressees(tx, act, siteId, input);
    const [row] = await tx.query<{ n: string }>(`SELECT nextval('directive_number') AS n`);
    const number = datedNumber('Z', tx.now, row!.n);
    const searched = searchText(number, title, text, authority);
    const directive = Object.assign(new Directive(), {
      id,
      number,
      siteId,
      version: 1,
      state: 'given' as const,
      title,
      body: text,
      authority,
      attachmentIds,
      givenBy: act.actor.personId,
      givenAs: act.actor.role as Directive['givenAs'],
      acknowledgeBy,
      addressed: addressees.length,
      acknowledged: 0,
      replacesId,
      replacedById: null,
      endedReason: null,
      searchText: searched,
      searchWords: searchWords(searched),
      happenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    } satisfies Directive);
    this.directives.insert(tx, directive, act, addressees);
    await this.clocks.given(tx, rules, directive, act.happenedAt);
    return directive;
  }

  private async addressees(tx: Transaction, { actor }: Act, siteId: string, { addresseeIds = [], roles = [] }: DirectiveContentDto): Promise<Addressee[]> {
    const givers = personsBehind(actor);
    if (addresseeIds.some((each) => givers.includes(each))) throw directiveErrors.ownDirective();
    for (const each of addresseeIds) await assertColleague(tx, each, siteId, '/addresseeIds');
    const holders = roles.length > 0 ? await holdersOfRoles(tx, siteId, roles) : [];
    const empty = emptyRoles(roles, holders, givers);
    if (empty.length > 0) throw directiveErrors.nobodyAddressed(empty);
    const addressees = addresseesOf(addresseeIds, holders, givers);
    if (addressees.length === 0) throw directiveErrors.nobodyAddressed([]);
    return addressees;
  }
}
