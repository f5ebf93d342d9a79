import { parseArgs } from 'node:util';
import { isId } from '@property-office/kernel';
import { DeadLetters, type DeadLetterDecision, type DeadLetterRecord, type DeadLetterSelection } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { OperatorError, type System } from '../system';
import { operatorName, recordOperator } from './audited';
import { say, type OperatorCommand } from './command';
import { declaredServices } from './declared';

const states = ['waiting', 'replay', 'replayed', 'discarded'] as const;

const options = {
  consumer: { type: 'string' },
  fingerprint: { type: 'string' },
  state: { type: 'string', default: 'waiting' },
  reason: { type: 'string' },
  by: { type: 'string' },
} as const;

export const deadLettersCommand: OperatorCommand = {
  name: 'dead-letters',
  usage: [
    'list [WHICH] [--state STATE] | show ID | replay WHICH [--reason TEXT] | discard WHICH --reason TEXT',
    'events that could not be applied, and at the end each cause of theirs. WHICH: ids, --consumer DURABLE or --fingerprint CAUSE; --by NAME says who decides.',
    'Each decision is on the audit trail of the service.',
    'A replay applies the event under its own id, by a process of its service, now or when that starts; at most 50 a second.',
    'Discarding gives the effect up for good.',
  ],
  async run(system, args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [verb = 'list', ...ids] = positionals;
    const malformed = ids.find((id) => !isId(id));
    if (malformed !== undefined) throw new OperatorError(`"${malformed}" is no id of a dead letter: they are listed by dead-letters list`);
    const selection: DeadLetterSelection = {
      ...(ids.length > 0 && { ids }),
      ...(values.consumer && { consumer: values.consumer }),
      ...(values.fingerprint && { fingerprint: values.fingerprint }),
    };
    const by = operatorName(values.by);
    switch (verb) {
      case 'list':
        return list(system, stateOf(values.state), selection);
      case 'show':
        return show(system, ids);
      case 'replay':
        return decide(system, selection, 'asked to be applied again', (letters) =>
          letters.replay(selection, by, values.reason),
        );
      case 'discard': {
        const { reason } = values;
        if (!reason?.trim())
          throw new OperatorError(
            'discarding needs --reason: what becomes of the effect this event should have had?',
          );
        return decide(system, selection, 'given up', (letters) => letters.discard(selection, reason, by));
      }
      default:
        throw new OperatorError(`dead-letters cannot ${verb}: list, show, replay or discard`);
    }
  },
};

async function list(system: System, state: DeadLetterRecord['state'], selection: DeadLetterSelection): Promise<number> {
  const found: DeadLetterRecord[] = [];
  for (const letters of await everywhere(system)) {
    for (const letter of await letters.list({ ...selection, state })) {
      found.push(letter);
      say(
        `${letter.id}  ${letter.deadAt.toISOString()}  ${letter.consumer}  ${letter.class}  ${letter.attempts} attempts  cause ${letter.fingerprint}`,
      );
      say(`    event ${letter.eventId}: ${letter.error.split('\n', 1)[0]}`);
      if (letter.decidedBy)
        say(
          `    decided by ${letter.decidedBy} at ${letter.decidedAt?.toISOString()}${letter.reason ? `: ${letter.reason}` : ''}`,
        );
    }
  }
  if (found.length === 0) say(`no dead letter is ${state}`);
  for (const line of causes(found)) say(line);
  return 0;
}

/** Whoever has thousands wants to know of how many faults they come, and since when. */
function causes(letters: readonly DeadLetterRecord[]): string[] {
  return [...Map.groupBy(letters, ({ fingerprint }) => fingerprint)].map(([fingerprint, these]) => {
    const since = these.map(({ deadAt }) => deadAt.toISOString()).toSorted()[0]!;
    return `cause ${fingerprint}: ${these.length} of ${[...new Set(these.map(({ consumer }) => consumer))].join(', ')}, since ${since}`;
  });
}

async function show(system: System, ids: string[]): Promise<number> {
  for (const letters of await everywhere(system)) {
    for (const id of ids) {
      const payload = await letters.payload(id);
      if (payload) say(Buffer.from(payload).toString());
    }
  }
  return 0;
}

async function decide(
  system: System,
  selection: DeadLetterSelection,
  done: string,
  act: (letters: DeadLetters) => Promise<number>,
): Promise<number> {
  if (Object.keys(selection).length === 0)
    throw new OperatorError('say which: ids, --consumer DURABLE or --fingerprint CAUSE');
  let count = 0;
  for (const letters of await everywhere(system)) count += await act(letters);
  say(`${count} dead letter${count === 1 ? '' : 's'} ${done}`);
  return count > 0 ? 0 : 1;
}

async function everywhere({ schemaOf }: System): Promise<DeadLetters[]> {
  const found: DeadLetters[] = [];
  for (const service of declaredServices) found.push(new DeadLetters(await schemaOf(service), record));
  return found;
}

/** One entry for each letter, under its own id. */
function record(tx: Transaction, { what, letters, by, reason }: DeadLetterDecision): void {
  for (const { id, consumer, eventId, fingerprint } of letters)
    recordOperator(tx, {
      operation: what === 'replay' ? 'operations.replayDeadLetter' : 'operations.discardDeadLetter',
      by,
      reason,
      object: { type: 'dead-letter', id },
      details: { consumer, eventId, fingerprint },
    });
}

function stateOf(text: string): DeadLetterRecord['state'] {
  const state = states.find((each) => each === text);
  if (!state) throw new OperatorError(`no dead letter is ever ${text}: ${states.join(', ')}`);
  return state;
}
