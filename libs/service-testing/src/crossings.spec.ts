import { crossings } from './crossings';

const name = { zh: '一', en: 'one' };
const machine = {
  aggregate: 'a',
  initial: 'open',
  states: { open: name, busy: name, over: name },
  moves: [
    { from: ['open'], trigger: 'begin', to: 'busy' },
    { from: ['over'], trigger: 'reopen', to: 'open' },
  ],
  moveNames: { begin: name, reopen: name },
  facts: [
    { from: ['open'], trigger: 'ended', to: 'over' },
    { from: ['busy'], trigger: 'own-step', to: 'over' },
  ],
};

it('pairs each fact with what is possible before or after it, and with each other fact, in both orders', () => {
  const pairs = crossings(machine, { facts: ['ended', 'undone'], passed: ['over'] });
  expect(pairs.map(({ from, order }) => [from, ...order].join(' '))).toEqual([
    'open ended begin',
    'open begin ended',
    'open ended reopen',
    'open reopen ended',
    'open ended undone',
    'open undone ended',
    'open undone begin',
    'open begin undone',
    'busy ended undone',
    'busy undone ended',
  ]);
});
