import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Where clients find whichever server has the role now, as the service of an operator: passes bytes on, both ways. */
export class Address {
  private readonly open = new Set<Socket>();
  private server: Server | undefined;

  /** @param target a port of this machine; may be changed at any time for the connections to come */
  constructor(public target: number) {}

  async start(): Promise<number> {
    const server = (this.server = createServer((client) => this.pass(client)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private pass(client: Socket): void {
    const server = connect(this.target, '127.0.0.1');
    for (const [one, other] of [[client, server], [server, client]] as const) {
      this.open.add(one);
      one.setNoDelay();
      one.on('error', () => undefined);
      one.once('close', () => {
        this.open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
