import { mayTakeBack } from './take-back';

const recordedAt = new Date('2026-11-23T08:00:00Z');
const last = { type: 'tickets.repair-cancelled.v1', actorId: 'me', recordedAt };
const after = (seconds: number) => new Date(recordedAt.getTime() + seconds * 1000);

describe('taking back (G3)', () => {
  it('ends five minutes after the act was recorded', () => {
    expect(mayTakeBack(last, 'me', after(300))).toBe(true);
    expect(mayTakeBack(last, 'me', after(301))).toBe(false);
  });

  it("is of one's own act only", () => expect(mayTakeBack(last, 'somebody else', after(1))).toBe(false));

  it.each(['tickets.repair-requested.v1', 'tickets.repair-reopened.v1', 'tickets.act-taken-back.v1', 'tickets.repair-resolved.v1'])(
    'does not undo %s',
    (type) => expect(mayTakeBack({ ...last, type }, 'me', after(1))).toBe(false),
  );
});
