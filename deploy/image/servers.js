'use strict';
// For show-here.sh: PostgreSQL and NATS as npm brings them, until this process is told to end; their addresses for a shell.
const path = require('path');
const { NatsServer, PostgresServer } = require('../../libs/embedded');

const folder = path.resolve(process.argv[2]);
const common = { password: 'shown-here', log: () => undefined };
const postgres = new PostgresServer({ ...common, folder: path.join(folder, 'postgres') });
const nats = new NatsServer({ ...common, folder: path.join(folder, 'nats') });

async function main() {
  require('fs').mkdirSync(folder, { recursive: true, mode: 0o711 });
  process.on('SIGTERM', () => void Promise.all([postgres.stop(), nats.stop()]).then(() => process.exit(0)));
  await Promise.all([postgres.start(), nats.start()]);
  process.stdout.write(`database_url='${postgres.url.split('?')[0]}'\nnats_url='${nats.url}'\n`);
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
