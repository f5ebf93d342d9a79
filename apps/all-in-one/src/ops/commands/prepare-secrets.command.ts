import { parseArgs } from 'node:util';
import { newOriginals, secretsOf } from '../secrets';
import { SecretsFolder } from '../secrets-folder';
import { OperatorError } from '../system';
import { say, type PreparingCommand } from './command';

export const prepareSecretsCommand: PreparingCommand = {
  name: 'prepare-secrets',
  usage: [
    'FOLDER [--database postgres://ADMIN@HOST/NAME --nats nats://HOST,HOST]',
    'makes what is secret in an office whose services run apart, once for ever: a folder for each process with its keys, and the addresses',
    'it signs in under; of the administrator of the database and of the users of NATS, too. Each folder becomes a Secret of its name',
    '(deploy/README.md). To a folder that it made, given without addresses, it adds what a later version needs; every key and password in it',
    'stays. Keep a copy: encrypted data without its key is lost.',
  ],
  async prepare(_configuration, args) {
    const { values, positionals } = parseArgs({ args, options: { database: { type: 'string' }, nats: { type: 'string' } }, allowPositionals: true });
    const [folder] = positionals;
    if (!folder || positionals.length > 1) throw new OperatorError('say into which folder, and one only');
    const into = new SecretsFolder(folder);
    const { database, nats } = values;
    if (!into.isEmpty) {
      if (database !== undefined || nats !== undefined) throw new OperatorError(`${into.path} is not empty: what it has stays, the addresses, too, so that none are given`);
      const written = into.write(into.read());
      for (const file of written) say(file);
      say(written.length === 0 ? `nothing is missing in ${into.path}` : `written into ${into.path}: make the Secrets again, and keep a copy in a safe place`);
      return 0;
    }
    if (!database || !URL.canParse(database) || !new URL(database).username || new URL(database).password)
      throw new OperatorError('--database postgres://ADMIN@HOST/NAME: the name of the administrator, no password');
    if (!nats?.split(',').every((each) => URL.canParse(each.includes('://') ? each : `nats://${each}`)))
      throw new OperatorError('--nats nats://HOST: where the broker answers');
    const originals = newOriginals({ databaseUrl: database, natsUrl: nats });
    into.write(originals);
    for (const { name, files } of secretsOf(originals)) say(`${name}: ${Object.keys(files).join(', ')}`);
    say(`written into ${into.path}, for your eyes only: make Secrets of them, and keep a copy in a safe place`);
    return 0;
  },
};
