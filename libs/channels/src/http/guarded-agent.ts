import { lookup as resolve, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import type { AddressPolicy } from './networks';

/** Looks a name up as `dns.lookup` does with `all`. */
export type Resolver = (host: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;

const connectMs = 5_000;
const byName: Resolver = (host, done) => resolve(host, { all: true }, (error, addresses) => done(error, addresses ?? []));

/** A receiver that may not be reached. The name is not repeated: a log would tell it. */
export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

/**
 * Reaches public addresses only, and what the policy allows besides. The very addresses that a connection is opened to
 * are judged, after the name was looked up and without looking it up again: a name that changes its mind (DNS rebinding)
 * gains nothing. A name with one forbidden address among others is refused.
 */
export function guardedAgent(policy: AddressPolicy, resolver: Resolver = byName): Agent {
  const secure = connectorFor(true, policy, resolver);
  const plain = connectorFor(false, policy, resolver);
  return new Agent({
    connect: (options, callback) => (options.protocol === 'https:' ? secure : plain)(options, callback),
    connections: 4,
    keepAliveTimeout: 4_000,
  });
}

function connectorFor(secure: boolean, policy: AddressPolicy, resolver: Resolver): buildConnector.connector {
  const judge = (addresses: readonly string[]): Error | undefined => {
    const refusals = addresses.map((address) => policy.refusal(address, secure)).filter((refusal) => refusal !== undefined);
    return refusals[0] === undefined ? undefined : new ForbiddenAddress(refusals[0]);
  };
  const lookup: LookupFunction = (host, options, done) => {
    resolver(host, (error, addresses) => {
      const [first] = addresses;
      const refused = error ?? (first ? judge(addresses.map(({ address }) => address)) : new Error('the name has no address'));
      if (refused) return done(refused, '', 0);
      if (options.all) return (done as (error: null, addresses: LookupAddress[]) => void)(null, addresses);
      done(null, first!.address, first!.family);
    });
  };
  const connect = buildConnector({ timeout: connectMs, lookup } as buildConnector.BuildOptions);
  return (options, callback) => {
    // An address is not looked up, so it is judged here.
    const host = options.hostname.replace(/^\[(.*)\]$/, '$1');
    const refused = isIP(host) === 0 ? undefined : judge([host]);
    if (refused) return callback(refused, null);
    connect(options, callback);
  };
}
