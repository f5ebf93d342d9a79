import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { addresseesOfDirective } from '../../persistence/directive-addressees';
import { DirectiveClocks } from '../../persistence/directive-clocks';
import type { Directive } from '../../persistence/directive.entity';
import { Directives } from '../../persistence/directives';
import { assertMayEnd } from '../../persistence/end-directive';
import { DeliverDirective, type PreparedDirective } from '../give-directive/deliver-directive';
import type { CorrectDirectiveDto } from './correct-directive.dto';

/** Another directive takes its place: everybody acknowledges that one anew, and who is not addressed any more hears so. */
@Injectable()
export class CorrectDirectiveHandler {
  constructor(
    private readonly directives: Directives,
    private readonly clocks: DirectiveClocks,
    private readonly deliver: DeliverDirective,
  ) {}

  /** @throws attachmentRefused (400), unavailable (503) */
  prepare({ principal }: CommandContext, input: CorrectDirectiveDto): Promise<PreparedDirective> {
    return this.deliver.prepare(principal.personId, input);
  }

  /** @returns the new one @throws directiveUnknown (404), notYourDirective (403), directiveMoveIllegal (409), stale (412), the errors of `DeliverDirective` (400) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: CorrectDirectiveDto, prepared: PreparedDirective): Promise<Directive> {
    const { directive, act, state } = await this.directives.lockForMove(tx, command, id, 'correct', input);
    assertMayEnd(directive, act);
    const addresseeIds = (await addresseesOfDirective(tx, id)).map(({ personId }) => personId);
    this.directives.advance(tx, directive, act, { kind: 'replaced', replacedById: prepared.id, addresseeIds }, { state, replacedById: prepared.id, endedReason: input.reason });
    await this.clocks.ended(tx, directive, act.happenedAt);
    return this.deliver.execute(tx, act, directive.siteId, input, { ...prepared, replacesId: id });
  }
}
