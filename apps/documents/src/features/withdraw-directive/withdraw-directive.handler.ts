import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { addresseesOfDirective } from '../../persistence/directive-addressees';
import { DirectiveClocks } from '../../persistence/directive-clocks';
import type { Directive } from '../../persistence/directive.entity';
import { Directives } from '../../persistence/directives';
import { assertMayEnd } from '../../persistence/end-directive';
import type { WithdrawDirectiveDto } from './withdraw-directive.dto';

/** It does not hold any more; everybody who was told of it hears so. */
@Injectable()
export class WithdrawDirectiveHandler {
  constructor(
    private readonly directives: Directives,
    private readonly clocks: DirectiveClocks,
  ) {}

  /** @throws directiveUnknown (404), notYourDirective (403), directiveMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: WithdrawDirectiveDto): Promise<Directive> {
    const { directive, act, state } = await this.directives.lockForMove(tx, command, id, 'withdraw', input);
    assertMayEnd(directive, act);
    const addresseeIds = (await addresseesOfDirective(tx, id)).map(({ personId }) => personId);
    this.directives.advance(tx, directive, act, { kind: 'withdrawn', addresseeIds }, { state, endedReason: reason });
    await this.clocks.ended(tx, directive, act.happenedAt);
    return directive;
  }
}
