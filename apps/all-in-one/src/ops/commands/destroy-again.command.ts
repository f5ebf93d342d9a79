import { parseArgs } from 'node:util';
import { destroyAgain, registerHere } from '../destruction-register';
import { OperatorError } from '../system';
import { operatorName, recordOperator } from './audited';
import { say, type OperatorCommand } from './command';

export const destroyAgainCommand: OperatorCommand = {
  name: 'destroy-again',
  usage: [
    '[--by NAME] [--reason TEXT]',
    'destroys again what DATA_DIR/destruction-register knows of and the database does not: one that was brought back to an earlier moment by other means than',
    'restore (point-in-time recovery, a snapshot of its disk). Before people work in it, or while they do. It is on the audit trail; done again it does nothing.',
  ],
  async run({ configuration, databaseUrl }, args) {
    const { values } = parseArgs({ args, options: { by: { type: 'string' }, reason: { type: 'string' } } });
    const { lines, fault } = registerHere(configuration);
    if (fault) throw new OperatorError(`nothing was done: ${fault}. Put the destruction register back, from the old DATA_DIR or from where it is copied to, before the office starts: it would begin another`);
    const again = await destroyAgain(configuration, databaseUrl, lines, (tx, entries) =>
      recordOperator(tx, { operation: 'operations.destroyAgain', by: operatorName(values.by), reason: values.reason, details: { destructions: entries.map(({ number }) => number) } }),
    );
    for (const { number, records } of again) say(`destroyed again: ${number}, ${records.length} records`);
    if (again.length === 0) say(`the database knows all ${lines.length} destructions of the register: nothing had to be destroyed again`);
    else say('check it: npm run ops -- verify');
    return 0;
  },
};
