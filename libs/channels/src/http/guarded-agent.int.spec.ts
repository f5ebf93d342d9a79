import type { LookupAddress } from 'node:dns';
import { startReceiver, type Receiver } from '@property-office/testing';
import type { Agent } from 'undici';
import { delivered } from '../provider';
import { guardedAgent, type Resolver } from './guarded-agent';
import { AddressPolicy } from './networks';
import { post } from './post';

describe('the guarded agent', () => {
  let receiver: Receiver;
  const agents: Agent[] = [];
  const ask = (url: string, allowed: string[] = [], resolver?: Resolver) => {
    const agent = guardedAgent(new AddressPolicy(allowed), resolver);
    agents.push(agent);
    return post(agent, { url: new URL(url), headers: {}, body: '{}', timeoutMs: 2_000 }, () => delivered());
  };
  const answering =
    (...answers: string[][]): Resolver =>
    (_, done) => {
      const addresses = answers.length > 1 ? answers.shift()! : answers[0]!;
      done(null, addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })));
    };
  const forbidden = { result: 'permanent', reason: 'address-forbidden' };

  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(async () => {
    await Promise.all(agents.splice(0).map((agent) => agent.destroy()));
    await receiver.stop();
  });
  const port = () => new URL(receiver.url).port;

  it('reaches what the policy allows', async () => {
    expect(await ask(receiver.url, ['127.0.0.0/8'])).toMatchObject({ result: 'delivered' });
    expect(await ask(`http://receiver.test:${port()}`, ['127.0.0.1'], answering(['127.0.0.1']))).toMatchObject({ result: 'delivered' });
  });

  it.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '0'])('%s is loopback, however it is written', async (host) => {
    expect(await ask(`http://${host}:${port()}`)).toMatchObject(forbidden);
    expect(receiver.received).toHaveLength(0);
  });

  it('judges the address a name has when it is connected to', async () => {
    expect(await ask(`https://receiver.test:${port()}`, [], answering(['169.254.169.254']))).toMatchObject(forbidden);
  });

  it('refuses a name with one private address among public ones', async () => {
    expect(await ask(`https://receiver.test:${port()}`, [], answering(['93.184.215.14', '127.0.0.1']))).toMatchObject(forbidden);
  });

  it('a name that changes its mind gains nothing (DNS rebinding)', async () => {
    const rebinding = answering(['127.0.0.1'], ['10.0.0.1']);
    expect(await ask(`http://receiver.test:${port()}`, ['127.0.0.1'], rebinding)).toMatchObject({ result: 'delivered' });
    await receiver.stop();
    expect(await ask(`http://receiver.test:${port()}`, ['127.0.0.1'], rebinding)).toMatchObject(forbidden);
    receiver = await startReceiver();
  });

  it('follows no redirect to what it would not reach', async () => {
    const behind = await startReceiver();
    receiver.answer = () => ({ status: 307, headers: { location: behind.url } });
    await ask(receiver.url, ['127.0.0.1']);
    expect([receiver.received.length, behind.received.length]).toEqual([1, 0]);
    await behind.stop();
  });

  it('speaks plain HTTP to allowed networks only', () => {
    const policy = new AddressPolicy(['10.1.0.0/16']);
    expect(policy.refusal('10.1.2.3', false)).toBeUndefined();
    expect(policy.refusal('93.184.215.14', false)).toBe('a public address is reached by https only');
    expect(policy.refusal('93.184.215.14', true)).toBeUndefined();
  });
});
