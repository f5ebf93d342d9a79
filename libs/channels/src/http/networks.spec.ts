import { AddressPolicy, parseNetwork } from './networks';

const policy = new AddressPolicy();

it.each([
  '0.0.0.0', '10.255.255.255', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1',
  '192.0.2.1', '192.168.1.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '255.255.255.255',
  '::', '::1', '::ffff:10.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:ffff:192.168.0.1', '64:ff9b::7f00:1', 'fc00::1', 'fd12::1', 'fe80::1', 'fe80::1%eth0', 'ff02::1',
  '2001:db8::1', '2002:7f00:1::', '2001:0:1::1', 'no address', '',
])('%s is not reached', (address) => {
  expect(policy.refusal(address, true)).toBeDefined();
});

it.each(['1.1.1.1', '93.184.215.14', '172.15.255.255', '172.32.0.0', '100.63.255.255', '2606:4700:4700::1111', '2400:3200::1', '::ffff:1.1.1.1'])('%s is', (address) => {
  expect(policy.refusal(address, true)).toBeUndefined();
});

it.each(['localhost', 'LOCALHOST', 'localhost.', 'office.localhost', 'localhost.localdomain', 'printer.local', 'metadata.google.internal', 'router.home.arpa', 'intranet'])(
  '%s is a name of our own net, unless some of it is allowed',
  (name) => {
    expect(policy.refusesName(name)).toBe(true);
    expect(new AddressPolicy(['127.0.0.1']).refusesName(name)).toBe(false);
  },
);

it.each(['example.org', 'localhost.example.org', 'internal.example.cn', 'notlocalhost.cn', 'arpa.cn'])('what %s stands for is judged when it is connected to', (name) => {
  expect(policy.refusesName(name)).toBe(false);
});

it('what is allowed is reached, and its neighbour is not', () => {
  const allowing = new AddressPolicy(['10.1.0.0/16', '::1', '127.0.0.1']);
  const reached = (address: string): boolean => allowing.refusal(address, true) === undefined;
  expect(['10.1.255.255', '::1', '127.0.0.1', '::ffff:10.1.0.1'].filter(reached)).toHaveLength(4);
  expect(['10.2.0.1', '::2', '127.0.0.2'].filter(reached)).toEqual([]);
});

it.each(['10.0.0.0/33', '10.0.0/8', 'example.org', '10.0.0.0/8/8', '::1/129', '1.2.3.4/-1', ''])('%j is no network', (text) => {
  expect(() => parseNetwork(text)).toThrow(RangeError);
});
