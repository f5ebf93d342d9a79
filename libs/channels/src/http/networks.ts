import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Addresses that are not on the public Internet (IANA special-purpose registries): a receiver somebody typed in must not
 * reach what stands behind our own door.
 */
const special = networks([
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);
/** All of IPv6 that is given out to the public; what is outside of it holds loopback, private, mapped and translated ones. */
const globalIPv6 = networks([['2000::', 3]]);

/**
 * Names that stand for nothing on the public Internet, whoever is asked: reserved ones (RFC 6761, 6762, 8375; `internal`: ICANN,
 * 2024), `localhost.localdomain`, and names without a dot, which only a net of one's own knows.
 */
const localName = /^(?:[^.]*|.*\.(?:localhost|localdomain|local|internal|home\.arpa))$/;

/** Which addresses a message may be sent to. */
export class AddressPolicy {
  private readonly allowed: BlockList;
  private readonly allowsAny: boolean;

  /** @param allowedNetworks `10.1.0.0/16`, `::1`: to be reached although they are not public, and by plain HTTP too */
  constructor(allowedNetworks: readonly string[] = []) {
    this.allowed = networks(allowedNetworks.map(parseNetwork));
    this.allowsAny = allowedNetworks.length > 0;
  }

  /**
   * Whether a name is certainly one of our own net, which nobody types in while no such network is allowed. Where one is, and for any other
   * name, what it stands for is judged when it is connected to.
   */
  refusesName(name: string): boolean {
    return !this.allowsAny && localName.test(name.toLowerCase().replace(/\.$/, ''));
  }

  /** Why an address may not be reached; undefined: it may. */
  refusal(address: string, secure: boolean): string | undefined {
    const plain = withoutMapping(address);
    if (isIP(plain) === 0) return 'not an address';
    const family = isIPv4(plain) ? 'ipv4' : 'ipv6';
    if (this.allowed.check(plain, family)) return undefined;
    if (special.check(plain, family) || (family === 'ipv6' && !globalIPv6.check(plain, family))) return 'not a public address';
    return secure ? undefined : 'a public address is reached by https only';
  }
}

/** @throws RangeError for what is no network */
export function parseNetwork(text: string): [string, number] {
  const [address = '', bits, ...rest] = text.trim().split('/');
  const family = isIP(address);
  const most = family === 4 ? 32 : 128;
  const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  if (family === 0 || rest.length > 0 || prefix < 0 || prefix > most) throw new RangeError(`"${text}" is not a network such as 10.1.0.0/16`);
  return [address, prefix];
}

function networks(entries: ReadonlyArray<readonly [string, number]>): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of entries) list.addSubnet(address, prefix, isIPv4(address) ? 'ipv4' : 'ipv6');
  return list;
}

/** `::ffff:10.0.0.1` is 10.0.0.1, whichever way it is written; a zone (`fe80::1%eth0`) does not count. */
function withoutMapping(address: string): string {
  const bare = address.replace(/%.*$/, '');
  if (isIP(bare) !== 6) return bare;
  const dotted = /^(?:0*:)*(?:0*:)?ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (dotted) return dotted;
  const [, high, low] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(new URL(`http://[${bare}]`).hostname) ?? [];
  if (high === undefined || low === undefined) return bare;
  const word = (Number.parseInt(high, 16) << 16) | Number.parseInt(low, 16);
  return [24, 16, 8, 0].map((shift) => (word >>> shift) & 255).join('.');
}
