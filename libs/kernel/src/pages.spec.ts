import { newId } from './ids';
import { decodeCursor, encodeCursor, toPage } from './pages';

describe('pages', () => {
  const position = { at: '2026-11-23T01:02:03.004Z', id: newId() };

  it('a cursor gives back the place it was made from', () => {
    expect(decodeCursor(encodeCursor(position))).toEqual(position);
  });

  it.each(['', 'x', Buffer.from('2026|no-id').toString('base64url'), Buffer.from(`never|${newId()}`).toString('base64url')])(
    'takes %j for no cursor of ours',
    (text) => expect(decodeCursor(text)).toBeUndefined(),
  );

  it('points at the last row shown, and nowhere when there is no more', () => {
    const rows = [1, 2, 3].map((n) => ({ n, at: `2026-01-0${n}T00:00:00.000Z`, id: newId() }));
    const page = toPage(rows, 2, ({ at, id }) => ({ at, id }));
    expect(page.items).toHaveLength(2);
    expect(decodeCursor(page.nextCursor!)).toEqual({ at: rows[1]!.at, id: rows[1]!.id });
    expect(toPage(rows, 3, ({ at, id }) => ({ at, id })).nextCursor).toBeNull();
  });
});
