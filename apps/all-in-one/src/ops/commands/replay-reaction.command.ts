import { parseArgs } from 'node:util';
import { forgetReceived, requestReplay } from '@property-office/outbox';
import { OperatorError } from '../system';
import { operatorName, recordOperator } from './audited';
import { say, type OperatorCommand } from './command';
import { allReactions, serviceOf } from './declared';

export const replayReactionCommand: OperatorCommand = {
  name: 'replay-reaction',
  usage: [
    'DURABLE [--afresh] [--by NAME] [--reason TEXT]',
    'sends every event of the ledger that a reaction takes to that reaction alone, for one that is younger than its events.',
    'What it has received before is absorbed; with --afresh it is applied again, which makes rows that were lost once more.',
    'Refused for reactions with effects outside the database (replay: skip). It is on the audit trail of the producer.',
  ],
  async run({ schemaOf }, args) {
    const { values, positionals } = parseArgs({
      args,
      options: { by: { type: 'string' }, reason: { type: 'string' }, afresh: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [durable = ''] = positionals;
    const reactions = allReactions();
    const reaction = reactions.find((each) => each.durable === durable);
    if (!reaction)
      throw new OperatorError(
        `there is no reaction "${durable}": ${reactions.map((each) => each.durable).join(', ')}`,
      );
    if (reaction.replay === 'skip')
      throw new OperatorError(`${durable} has effects outside the database: it is never replayed`);
    if (values.afresh) await forgetReceived(await schemaOf(serviceOf(durable)), durable);
    const all = reaction.events.some((type) => type.endsWith('.*'));
    const by = operatorName(values.by);
    const order = { durable, types: all ? null : reaction.events, by };
    const upTo = await requestReplay(await schemaOf(reaction.producer), order, (tx, lastSeq) =>
      recordOperator(tx, { operation: 'operations.replayReaction', by, reason: values.reason, details: { durable, upTo: lastSeq, afresh: values.afresh } }),
    );
    say(
      `what ${durable} takes of the ledger of ${reaction.producer}, up to number ${upTo}, will be sent to it again; watch it with: npm run ops -- status`,
    );
    return 0;
  },
};
