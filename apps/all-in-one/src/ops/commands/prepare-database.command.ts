import { parseArgs } from 'node:util';
import { keysOf } from '@property-office/backbone';
import { openFirstAccounts } from '../../first-accounts';
import { prepareForServices } from '../../prepare';
import { OperatorError } from '../system';
import { say, type PreparingCommand } from './command';

export const prepareDatabaseCommand: PreparingCommand = {
  name: 'prepare-database',
  usage: [
    '',
    'brings DATABASE_URL to what this version needs: roles, schemas, migrations, and the first account of an empty office. Before the',
    'services of this version start, and while those of the last one run: a migration only adds what the last one can live with.',
  ],
  async prepare(configuration, args) {
    parseArgs({ args, options: {} });
    const { url } = configuration.database;
    if (!url) throw new OperatorError('DATABASE_URL is not set: a database of its own is prepared by npm start');
    const databaseUrlOf = await prepareForServices(configuration, url, say);
    await openFirstAccounts(configuration, databaseUrlOf, keysOf(configuration).fieldCipher(), say);
    say(`the database at ${new URL(url).host} is ready`);
    return 0;
  },
};
