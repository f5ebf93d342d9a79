import { concludedAt, obstaclesToFiling, type ToFile } from './filing';

const on = (day: string): Date => new Date(`2026-11-${day}T02:00:00Z`);
const done: ToFile = { answerNeeded: true, answeredAt: on('25'), actedAt: on('24'), read: true, lastReadAt: on('26') };

describe('filing a document (W1.1)', () => {
  it('waits for every reader and for the answer that is due', () => {
    expect(obstaclesToFiling(done)).toEqual([]);
    expect(obstaclesToFiling({ ...done, answeredAt: null, read: false })).toEqual(['unread', 'unanswered']);
    expect(obstaclesToFiling({ ...done, answerNeeded: false, answeredAt: null })).toEqual([]);
  });

  it('dates the end of the matter from the last of acting, reading and answering', () => {
    expect(concludedAt(done, on('30'))).toEqual(on('26'));
    expect(concludedAt({ ...done, lastReadAt: null }, on('30'))).toEqual(on('25'));
    expect(concludedAt({ ...done, lastReadAt: null, answeredAt: null, actedAt: null }, on('30'))).toEqual(on('30'));
  });
});
