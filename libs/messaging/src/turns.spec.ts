import type { PulledMessage } from './pulled-message';
import { turnsOf } from './turns';

const message = (streamSeq: number, deliveryCount: number) =>
  ({ redelivered: deliveryCount > 1, delivery: { streamSeq, deliveryCount } }) as PulledMessage;
const pulled = [message(5, 2), message(9, 1), message(6, 1), message(7, 3), message(8, 1)];
const sequences = (order: 'any' | 'latest' | 'strict') =>
  turnsOf({ order }, pulled).map((turn) => turn.map(({ delivery }) => delivery.streamSeq));

describe('turns of what was pulled', () => {
  it('takes first deliveries together and first, then each redelivered one alone', () => {
    expect(sequences('any')).toEqual([[6, 8, 9], [5], [7]]);
    expect(sequences('latest')).toEqual([[6, 8, 9], [5], [7]]);
  });

  it('keeps the order of the stream where order is strict', () => {
    expect(sequences('strict')).toEqual([[5], [6], [7], [8, 9]]);
  });

  it('has none for nothing', () => {
    expect(turnsOf({ order: 'any' }, [])).toEqual([]);
  });
});
