import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { directiveErrors } from '../../domain/directive-errors';
import { afterDirective } from '../../domain/directive-states';
import { addresseesOfDirective, markAcknowledged } from '../../persistence/directive-addressees';
import { DirectiveClocks } from '../../persistence/directive-clocks';
import type { Directive } from '../../persistence/directive.entity';
import { Directives } from '../../persistence/directives';

/** One of its addressees knows of it: by themselves, once. */
@Injectable()
export class AcknowledgeDirectiveHandler {
  constructor(
    private readonly directives: Directives,
    private readonly clocks: DirectiveClocks,
  ) {}

  /** @throws directiveUnknown (404), notAddressed (403), acknowledgedAlready, directiveMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Directive> {
    const { directive, act, state } = await this.directives.lockForMove(tx, command, id, 'acknowledge', input);
    const { personId } = command.principal;
    const addressees = await addresseesOfDirective(tx, id);
    const own = addressees.find((each) => each.personId === personId);
    if (!own) throw directiveErrors.notAddressed();
    if (own.acknowledgedAt) throw directiveErrors.acknowledgedAlready();
    markAcknowledged(tx, id, personId, act.happenedAt);
    const acknowledged = directive.acknowledged + 1;
    const last = acknowledged === directive.addressed;
    this.directives.advance(
      tx,
      directive,
      act,
      { kind: 'acknowledged', addresseeId: personId },
      { acknowledged, state: last ? afterDirective(directive.state, 'acknowledge-last')! : state },
    );
    if (last) await this.clocks.acknowledged(tx, directive, latest([act.happenedAt, ...addressees.flatMap((each) => each.acknowledgedAt ?? [])]));
    return directive;
  }
}

/** Who is entered last need not have been the last one. */
function latest(times: readonly Date[]): Date {
  return new Date(Math.max(...times.map((each) => each.getTime())));
}
