import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import type { Directive } from '../../persistence/directive.entity';
import { DeliverDirective, type PreparedDirective } from './deliver-directive';
import type { GiveDirectiveDto } from './give-directive.dto';

/** The company, the director, or the clerk who passes on what an authority directs (W3.1). */
@Injectable()
export class GiveDirectiveHandler {
  constructor(private readonly deliver: DeliverDirective) {}

  /** @throws attachmentRefused (400), unavailable (503) */
  prepare({ principal }: CommandContext, input: GiveDirectiveDto): Promise<PreparedDirective> {
    return this.deliver.prepare(principal.personId, input);
  }

  /** @throws roleMayNot (403), the errors of `DeliverDirective` and of G2 (400) */
  execute(tx: Transaction, command: CommandContext, input: GiveDirectiveDto, prepared: PreparedDirective): Promise<Directive> {
    return this.deliver.execute(tx, actOf(tx, command, input.siteId, input), input.siteId, input, prepared);
  }
}
