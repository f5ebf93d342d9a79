'use strict';
// A server as the entry scripts run them, for run.int.spec.ts: says what it hears, and stops in order after a moment.
let stopping = false;
const stop = (reason) => {
  console.log(`heard ${reason}`);
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(Number(process.env.EXIT_CODE || 0)), 200);
};
['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => process.on(signal, () => stop(signal)));
process.on('disconnect', () => stop('the end of the parent'));
console.log(`server ${process.pid}`);
setInterval(() => undefined, 1000);
