import type { Deadlines, RuleBook } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import type { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { DirectiveState } from '../domain/directive-states';
import { AcknowledgeDirectiveHandler } from '../features/acknowledge-directive/acknowledge-directive.handler';
import { CorrectDirectiveHandler } from '../features/correct-directive/correct-directive.handler';
import { DeliverDirective } from '../features/give-directive/deliver-directive';
import type { GiveDirectiveDto } from '../features/give-directive/give-directive.dto';
import { GiveDirectiveHandler } from '../features/give-directive/give-directive.handler';
import { WithdrawDirectiveHandler } from '../features/withdraw-directive/withdraw-directive.handler';
import { DirectiveClocks } from '../persistence/directive-clocks';
import { Directives } from '../persistence/directives';
import type { People, Person } from './people';

const askedNobody = undefined as never;
const week = 7 * 24 * 3_600_000;

/** The use cases of directives, as the demonstration runs them: same rules, same ledger. */
export class DirectiveSetup {
  private readonly directives = new Directives(this.ledger);
  private readonly clocks: DirectiveClocks;
  private readonly deliver: DeliverDirective;

  constructor(
    private readonly tx: Transaction,
    private readonly ledger: Ledger,
    private readonly rules: RuleBook,
    deadlines: Deadlines,
  ) {
    this.clocks = new DirectiveClocks(deadlines, this.directives);
    this.clocks.onModuleInit();
    this.deliver = new DeliverDirective(askedNobody, this.directives, this.clocks);
  }

  /** Takes a new directive to the leads and the desk along until it is in a state. */
  async bring(said: Pick<GiveDirectiveDto, 'siteId' | 'title' | 'text' | 'authority'>, state: DirectiveState, people: People, ids: Record<Person, string>): Promise<void> {
    const { tx, directives, clocks, deliver, rules } = this;
    const input: GiveDirectiveDto = { ...said, addresseeIds: [ids.lead, ids.desk], acknowledgeBy: new Date(tx.now.getTime() + week) };
    const { id } = await new GiveDirectiveHandler(deliver).execute(tx, people.director('documents.giveDirective'), input, { id: newId(), rules });
    if (state === 'acknowledged')
      for (const who of [people.lead, people.desk]) await new AcknowledgeDirectiveHandler(directives, clocks).execute(tx, who('documents.acknowledgeDirective'), id, {});
    if (state === 'withdrawn') await new WithdrawDirectiveHandler(directives, clocks).execute(tx, people.director('documents.withdrawDirective'), id, { reason: '情况有变' });
    if (state === 'replaced') {
      const corrected = { ...input, reason: '值班日期有误' };
      await new CorrectDirectiveHandler(directives, clocks, deliver).execute(tx, people.director('documents.correctDirective'), id, corrected, { id: newId(), rules });
    }
  }
}
