import { deliveryFault, goesTo, namedAgain, sealedShares, sharesOf, type Delivery } from './copies';

const recipients = ['业主委员会', '社区'];
const to = (recipient: string, copies: number, shares: number[] = []): Delivery => ({ recipient, copies, shares });

describe('copies of an outgoing document (W1.2)', () => {
  it('of a confidential one have numbers, print after print', () => {
    expect(sharesOf([{ copies: 2, firstShare: 1 }, { copies: 3, firstShare: 7 }])).toEqual([1, 2, 7, 8, 9]);
    expect(sharesOf([{ copies: 2, firstShare: null }])).toEqual([]);
  });

  it.each([
    ['all is well', [to('业主委员会', 1), to('社区', 2)], undefined],
    ['it goes to whom it is not for', [to('业主委员会', 1), to('社区', 1), to('报社', 1)], 'stranger'],
    ['one is named twice', [to('社区', 1), to('社区', 1), to('业主委员会', 1)], 'twice'],
    ['one is forgotten', [to('社区', 1)], 'missing'],
    ['more go out than were sealed', [to('业主委员会', 2), to('社区', 2)], 'too-many'],
    ['copies have numbers that have none', [to('业主委员会', 1, [1]), to('社区', 1)], 'shares'],
  ])('go out: %s', (_, deliveries, fault) => {
    expect(deliveryFault(deliveries, recipients, 3, null)).toBe(fault);
  });

  it.each([
    ['all of them, unsaid', 3, undefined, [1, 2, 3]],
    ['some, by their numbers', 2, [1, 3], [1, 3]],
    ['some, unsaid', 2, undefined, undefined],
    ['fewer than it is said', 2, [1], undefined],
    ['one twice', 2, [1, 1], undefined],
    ['one that was not printed', 2, [1, 4], undefined],
  ])('are sealed: %s', (_, copies, given, sealed) => {
    expect(sealedShares([1, 2, 3], copies, given)).toEqual(sealed);
  });

  it.each([
    ['each by its number', [to('业主委员会', 1, [1]), to('社区', 2, [2, 3])], undefined],
    ['one without', [to('业主委员会', 1), to('社区', 2, [2, 3])], 'shares'],
    ['one twice', [to('业主委员会', 1, [2]), to('社区', 2, [2, 3])], 'shares'],
    ['one that was not printed', [to('业主委员会', 1, [4]), to('社区', 2, [2, 3])], 'shares'],
  ])('go out, confidential: %s', (_, deliveries, fault) => {
    expect(deliveryFault(deliveries, recipients, 3, [1, 2, 3])).toBe(fault);
  });
});

it.each([
  ['nobody', ['社区', '业主委员会'], ['街道'], undefined],
  ['a recipient', ['社区', '业主委员会', '社区'], [], { list: 'recipients', at: 2 }],
  ['who else has it', ['社区'], ['街道', '街道'], { list: 'copiesTo', at: 1 }],
  ['a recipient who also has a copy', ['社区', '业主委员会'], ['街道', '业主委员会'], { list: 'copiesTo', at: 1 }],
  ['one typed wider', ['Ａ座商户'], ['A座商户'], { list: 'copiesTo', at: 0 }],
  ['one with a blank in the name', ['业主委员会'], ['业主 委员会'], { list: 'copiesTo', at: 0 }],
  ['one in other brackets', ['电力公司（东区）', '电力公司(东区)'], [], { list: 'recipients', at: 1 }],
])('names again: %s', (_, named, copiesTo, again) => {
  expect(namedAgain({ recipients: named, copiesTo })).toEqual(again);
});

it('goes to whom it is to and who else has it, to each once', () => {
  expect(goesTo({ recipients: ['集团公司'], copiesTo: ['业主委员会', '集团公司'] })).toEqual(['集团公司', '业主委员会']);
});
