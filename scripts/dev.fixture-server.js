'use strict';
// An office in the scratch copies of dev.int.spec.ts: serves its name on PORT, and says how it was started and stopped.
const http = require('http');

const name = 'one';
const server = http.createServer((request, response) => response.end(`${name} ${process.pid}`));
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log(`open ${name} ${process.argv.slice(2).join(' ')}`.trim()));
const stop = (reason) => {
  console.log(`stopped ${name} by ${reason}`);
  server.close(() => process.exit(0));
  server.closeAllConnections();
};
['SIGINT', 'SIGTERM'].forEach((signal) => process.on(signal, () => stop(signal)));
process.on('disconnect', () => process.exit(0));
