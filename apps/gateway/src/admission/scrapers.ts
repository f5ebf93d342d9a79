import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv4 } from 'node:net';

/** As proxies tell for whom they ask. */
const forwarding = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'];

/**
 * Who may read the figures of the process (api.md: not through the public ingress): this machine and the networks named
 * for it, and none of them on somebody else's behalf.
 */
export class Scrapers {
  private readonly known = new BlockList();

  /** @param networks `10.1.0.0/16`, checked by the configuration */
  constructor(networks: readonly string[] = []) {
    for (const network of ['127.0.0.0/8', '::1/128', ...networks]) {
      const [address = '', bits] = network.split('/');
      const family = isIPv4(address) ? 'ipv4' : 'ipv6';
      this.known.addSubnet(address, Number(bits ?? (family === 'ipv4' ? 32 : 128)), family);
    }
  }

  /** @param raw as it arrived, before its headers are cleaned */
  includes({ headers, socket }: IncomingMessage): boolean {
    if (forwarding.some((name) => headers[name] !== undefined)) return false;
    const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
    return address !== '' && this.known.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
  }
}
