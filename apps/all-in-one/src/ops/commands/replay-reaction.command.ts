import { parseArgs } from 'node:util';
import type { ReactionSpec } from '@property-office/messaging';
import { forgetReceived, requestReplay } from '@property-office/outbox';
import { OperatorError, type System } from '../system';
import { operatorName, recordOperator } from './audited';
import { say, type OperatorCommand } from './command';
import { allReactions, serviceOf } from './declared';

export const replayReactionCommand: OperatorCommand = {
  name: 'replay-reaction',
  usage: [
    'DURABLE… [--afresh] [--by NAME] [--reason TEXT]',
    'sends every event of the ledger that a reaction takes to that reaction alone, for each that is younger than its events.',
    'What it has received before is absorbed; with --afresh it is applied again, which makes rows that were lost once more.',
    'Refused for reactions with effects outside the database (replay: skip). It is on the audit trail of the producer.',
  ],
  async run({ schemaOf }, args) {
    const { values, positionals } = parseArgs({
      args,
      options: { by: { type: 'string' }, reason: { type: 'string' }, afresh: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const known = allReactions();
    if (positionals.length === 0) throw new OperatorError(`which: ${named(known)}`);
    const reactions = positionals.map((durable) => replayable(known, durable));
    const asked = { by: operatorName(values.by), reason: values.reason, afresh: values.afresh };
    for (const reaction of reactions) await replay(reaction, asked, schemaOf);
    return 0;
  },
};

interface Asked {
  by: string;
  reason: string | undefined;
  afresh: boolean;
}

const named = (reactions: readonly ReactionSpec[]): string => reactions.map(({ durable }) => durable).join(', ');

function replayable(known: readonly ReactionSpec[], durable: string): ReactionSpec {
  const reaction = known.find((each) => each.durable === durable);
  if (!reaction) throw new OperatorError(`there is no reaction "${durable}": ${named(known)}`);
  if (reaction.replay === 'skip') throw new OperatorError(`${durable} has effects outside the database: it is never replayed`);
  return reaction;
}

async function replay({ durable, producer, events }: ReactionSpec, { by, reason, afresh }: Asked, schemaOf: System['schemaOf']): Promise<void> {
  if (afresh) await forgetReceived(await schemaOf(serviceOf(durable)), durable);
  const all = events.some((type) => type.endsWith('.*'));
  const upTo = await requestReplay(await schemaOf(producer), { durable, types: all ? null : events, by }, (tx, lastSeq) =>
    recordOperator(tx, { operation: 'operations.replayReaction', by, reason, details: { durable, upTo: lastSeq, afresh } }),
  );
  say(`what ${durable} takes of the ledger of ${producer}, up to number ${upTo}, will be sent to it again; watch it with: npm run ops -- status`);
}
