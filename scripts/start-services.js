'use strict';
// npm run start:services [-- --replicas N]: every service in a process of its own, or in N, behind the gateway, on one set of
// embedded servers.
const path = require('path');
const { buildWhenChanged } = require('./build');
const { prepare } = require('./prepare');
const { connectionsFor, placesOf, replicasWanted, serviceUrlsOf } = require('./replicas');
const { entry, onStop, root, say } = require('./run');
const { supervise } = require('./supervise');

const mainOf = (app) => path.join(root, 'dist', `${app}.js`);

entry(async () => {
  await prepare(__filename);
  const replicas = replicasWanted(process.argv.slice(2));
  const failed = await buildWhenChanged();
  if (failed) return failed;
  // From here on it is the built product: the same parts that apps/all-in-one puts into one process.
  const parts = require('../dist/packed/load').load('all-in-one')['start-services']();
  const { assertPortFree, configurationOrExit, freePorts, keysOf, prepareOffice, startEmbedded } = parts;
  const serviceNames = parts.services.map(({ name }) => name);

  let stopped;
  const askedToStop = new Promise((resolve) => (stopped = resolve));
  const configuration = configurationOrExit();
  const embedded = await startEmbedded({
    dataDir: configuration.dataDir,
    log: say,
    databaseUrl: configuration.database.url,
    natsUrl: configuration.nats.url,
    natsServerBinary: configuration.nats.serverBinary,
    databaseConnections: connectionsFor(replicas),
  });
  let gateway;
  let services = [];
  onStop((signal) => {
    if (signal === 'SIGKILL') [gateway, ...services].forEach((server) => server && server.kill());
    stopped();
  });
  try {
    await assertPortFree(configuration.http.port, configuration.http.host);
    const databaseUrlOf = await prepareOffice(configuration, embedded.databaseUrl, keysOf(configuration).fieldCipher(), say);
    // The gateway takes its own port last.
    const ports = await freePorts(serviceNames.length * replicas, [configuration.http.port]);
    const places = placesOf(serviceNames, replicas, ports);
    const common = {
      NATS_URL: embedded.natsUrl,
      DATABASE_URL: '',
      SERVICE_URLS: serviceUrlsOf(places),
    };
    services = places.map(({ service, name, port, url }) => {
      say(`${name} on ${url}`);
      return supervise({
        name,
        file: mainOf(service),
        env: {
          ...common,
          HOST: '127.0.0.1',
          PORT: port,
          [`${service.toUpperCase().replace(/-/g, '_')}_DATABASE_URL`]: databaseUrlOf(service),
        },
      });
    });
    gateway = supervise({ name: 'gateway', file: mainOf('gateway'), env: common });
    const httpUrl = `http://localhost:${configuration.http.port}`;
    embedded.announce(httpUrl);
    const times = replicas === 1 ? '' : `, ${replicas} processes of each,`;
    say(`${serviceNames.length} services${times} behind the gateway on ${httpUrl}`);
    await askedToStop;
    await gateway.stop();
    await Promise.all(services.map((service) => service.stop()));
  } finally {
    await embedded.stop();
  }
  return 0;
});
