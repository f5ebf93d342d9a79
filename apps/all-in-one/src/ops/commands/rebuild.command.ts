import { parseArgs } from 'node:util';
import { requestRebuild } from '@property-office/outbox';
import { OperatorError } from '../system';
import { operatorName, recordOperator } from './audited';
import { say, type OperatorCommand } from './command';
import { declaredProducers } from './declared';

export const rebuildCommand: OperatorCommand = {
  name: 'rebuild',
  usage: [
    'PRODUCER… | --all [--by NAME] [--reason TEXT]',
    'deletes the stream of each producer and fills it from the ledger again (30 days, and all pending), under a new epoch.',
    'Of dispatch that is two: its own and CREWS, the feeds of the crews. It is on the audit trail of the producer.',
    'Done by the running relay within some ten seconds, or when it starts next. Reactions absorb the repeats.',
  ],
  async run({ schemaOf }, args) {
    const { values, positionals } = parseArgs({
      args,
      options: { all: { type: 'boolean', default: false }, by: { type: 'string' }, reason: { type: 'string' } },
      allowPositionals: true,
    });
    if (values.all === positionals.length > 0) throw new OperatorError(`which: ${declaredProducers.join(', ')}, or --all of them`);
    const unknown = positionals.find((each) => !declaredProducers.includes(each));
    if (unknown !== undefined) throw new OperatorError(`"${unknown}" announces no events: ${declaredProducers.join(', ')}`);
    const by = operatorName(values.by);
    for (const producer of values.all ? declaredProducers : positionals) {
      const rebuilt = await requestRebuild(await schemaOf(producer), (tx, streams) =>
        recordOperator(tx, { operation: 'operations.rebuildStream', by, reason: values.reason, details: { streams } }),
      );
      const what = rebuilt.length > 1 ? `the streams ${rebuilt.join(' and ')} of ${producer}` : `the stream of ${producer}`;
      say(`${what} will be rebuilt; watch it with: npm run ops -- status`);
    }
    return 0;
  },
};
