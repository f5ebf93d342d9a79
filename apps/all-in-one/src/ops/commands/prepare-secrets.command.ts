import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorError } from '../system';
import { makeSecrets, writeSecrets } from '../secrets';
import { say, type PreparingCommand } from './command';

export const prepareSecretsCommand: PreparingCommand = {
  name: 'prepare-secrets',
  usage: [
    'FOLDER --database postgres://ADMIN@HOST/NAME --nats nats://HOST,HOST',
    'makes what is secret in an office whose services run apart, once for ever: a folder for each process with its keys, and the addresses',
    'it signs in under; of the administrator of the database and of the users of NATS, too. Each folder becomes a Secret of its name',
    '(deploy/README.md). Nothing is overwritten. Keep a copy: encrypted data without its key is lost.',
  ],
  async prepare(_configuration, args) {
    const { values, positionals } = parseArgs({ args, options: { database: { type: 'string' }, nats: { type: 'string' } }, allowPositionals: true });
    const [folder] = positionals;
    if (!folder || positionals.length > 1) throw new OperatorError('say into which folder, and one only');
    const { database, nats } = values;
    if (!database || !URL.canParse(database) || !new URL(database).username || new URL(database).password)
      throw new OperatorError('--database postgres://ADMIN@HOST/NAME: the name of the administrator, no password');
    if (!nats?.split(',').every((each) => URL.canParse(each.includes('://') ? each : `nats://${each}`)))
      throw new OperatorError('--nats nats://HOST: where the broker answers');
    const into = resolve(folder);
    if (existsSync(into) && readdirSync(into).length > 0) throw new OperatorError(`${into} is not empty, and nothing of it is overwritten`);
    const secrets = makeSecrets({ databaseUrl: database, natsUrl: nats });
    writeSecrets(into, secrets);
    for (const { name, files } of secrets) say(`${name}: ${Object.keys(files).join(', ')}`);
    say(`written into ${into}, for your eyes only: make Secrets of them, and keep a copy in a safe place`);
    return 0;
  },
};
