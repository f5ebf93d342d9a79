/**
 * The process of an `Address`: passes bytes on, both ways, to the port of this machine that it was told last. Argument: the first of them.
 * Says the port it listens to, and answers each port it is told with that port, from when on new connections lead there. Ends with whoever started it.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

let target = Number(process.argv[2]);

function pass(client: Socket): void {
  const server = connect(target, '127.0.0.1');
  for (const [one, other] of [[client, server], [server, client]] as const) {
    one.setNoDelay();
    one.on('error', () => undefined);
    one.once('close', () => other.destroy());
    one.pipe(other);
  }
}

process.on('message', (port: number) => {
  target = port;
  process.send!(port);
});
process.on('disconnect', () => process.exit());
const server = createServer(pass);
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
