import { isUniqueViolation } from './errors';
import { NoteEntity, toyDatabase, type ToyDatabase } from './fixtures/toy-database';
import type { Transaction } from './transaction';

const insert = 'INSERT INTO note (id, words) VALUES ($1, $2)';
let toy: ToyDatabase;
beforeAll(async () => {
  toy = await toyDatabase();
});
afterAll(() => toy.close());

let next = 1;
const stored = async (...ids: number[]) =>
  (
    await toy.database.query<{ id: number }>('SELECT id FROM note WHERE id = ANY ($1) ORDER BY id', [ids])
  ).map(({ id }) => id);
const usable = async () =>
  expect(await toy.database.transaction(async (tx) => tx.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);

describe('a transaction', () => {
  test('commits what was queried, sent and saved, at one instant', async () => {
    const [a, b, c] = [next++, next++, next++];
    const instants = await toy.database.transaction(async (tx) => {
      await tx.query(insert, [a, 'queried']);
      tx.send(insert, [b, 'sent']);
      await tx.manager.save(NoteEntity, { id: c, words: 'saved' });
      const [row] = await tx.query<{ now: Date }>('SELECT platform.now() AS now');
      return [tx.now, row!.now];
    });
    expect(await stored(a, b, c)).toEqual([a, b, c]);
    expect(instants[0]).toEqual(instants[1]);
  });

  test('leaves nothing when its work throws, not even what TypeORM saved', async () => {
    const [a, b, c] = [next++, next++, next++];
    const failed = toy.database.transaction(async (tx) => {
      await tx.query(insert, [a, 'queried']);
      tx.send(insert, [b, 'sent']);
      await tx.manager.save(NoteEntity, { id: c, words: 'saved' });
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await stored(a, b, c)).toEqual([]);
    await usable();
  });

  test('that is nested is a savepoint: its failure may be caught', async () => {
    const [a, b, c] = [next++, next++, next++];
    await toy.database.transaction(async (tx) => {
      tx.send(insert, [a, 'before']);
      await tx.manager
        .transaction(async (inner) => {
          await inner.query(insert, [b, 'inner']);
          await inner.query(insert, [a, 'twin']);
        })
        .catch(() => undefined);
      tx.send(insert, [c, 'after']);
    });
    expect(await stored(a, b, c)).toEqual([a, c]);
  });

  test('refuses to be used when it has ended', async () => {
    let kept: Transaction | undefined;
    await toy.database.transaction(async (tx) => void (kept = tx));
    await expect(kept!.query('SELECT 1')).rejects.toThrow(/has ended/);
    expect(() => kept!.send('SELECT 1')).toThrow(/has ended/);
    expect(() => kept!.afterCommit(() => undefined)).toThrow(/has ended/);
    expect(() => kept!.manager).toThrow(/has ended/);
    await toy.database
      .transaction(async (tx) => Promise.reject(new Error((kept = tx) && 'no')))
      .catch(() => undefined);
    expect(() => kept!.send('SELECT 1')).toThrow(/has ended/);
  });

  test('runs afterCommit actions only once committed, and stands whatever they do', async () => {
    const ran: string[] = [];
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const id = next++;
    await toy.database.transaction(async (tx) => {
      tx.send(insert, [id, 'x']);
      tx.afterCommit(() => {
        throw new Error('broken');
      });
      tx.afterCommit(() => ran.push('committed'));
    });
    const twin = toy.database.transaction(async (tx) => {
      tx.afterCommit(() => ran.push('rolled back'));
      tx.send(insert, [id, 'twin']);
    });
    await expect(twin).rejects.toMatchObject({ code: '23505' });
    expect(ran).toEqual(['committed']);
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
  });
});

describe('the cause of a failure is told', () => {
  test('of a sent statement that nobody awaited', async () => {
    const id = next++;
    await toy.database.query(insert, [id, 'first']);
    const failed = toy.database.transaction(async (tx) => tx.send(insert, [id, 'twin']));
    await expect(failed).rejects.toMatchObject({ code: '23505', constraint: 'note_pkey' });
  });

  test('rather than of the statements behind it', async () => {
    const id = next++;
    await toy.database.query(insert, [id, 'first']);
    const failed = toy.database.transaction(async (tx) => {
      tx.send(insert, [id, 'twin']);
      await tx.query('SELECT 1');
    });
    await expect(failed).rejects.toMatchObject({ code: '23505' });
    const throughTypeOrm = toy.database.transaction(async (tx) => {
      tx.send(insert, [id, 'twin']);
      await tx.manager.find(NoteEntity);
    });
    await expect(throughTypeOrm).rejects.toMatchObject({ code: '23505' });
  });

  test('rather than of what the work made of it', async () => {
    const id = next++;
    await toy.database.query(insert, [id, 'first']);
    const failed = toy.database.transaction(async (tx) => {
      tx.send(insert, [id, 'twin']);
      throw new Error('not possible in this state');
    });
    await expect(failed).rejects.toMatchObject({ code: '23505' });
  });

  test('by the work itself where it caught the failure', async () => {
    const id = next++;
    await toy.database.query(insert, [id, 'first']);
    const failed = toy.database.transaction(async (tx) => {
      await tx.query(insert, [id, 'twin']).catch((error: unknown) => {
        throw isUniqueViolation(error) ? new Error('already there') : error;
      });
    });
    await expect(failed).rejects.toThrow('already there');
  });

  test('when the work went on as if nothing had failed', async () => {
    const [a, b] = [next++, next++];
    await toy.database.query(insert, [a, 'first']);
    const failed = toy.database.transaction(async (tx) => {
      await tx.query(insert, [a, 'twin']).catch(() => undefined);
      tx.send(insert, [b, 'behind']);
    });
    await expect(failed).rejects.toMatchObject({ code: '23505' });
    expect(await stored(b)).toEqual([]);
  });

  test('at COMMIT by a deferred constraint: a refusal, not an unknown outcome', async () => {
    const id = next++;
    const failed = toy.database.transaction(async (tx) =>
      tx.send('INSERT INTO note (id, words, reply_to) VALUES ($1, $2, -1)', [id, 'to nobody']),
    );
    await expect(failed).rejects.toMatchObject({ code: '23503' });
    expect(await stored(id)).toEqual([]);
    await usable();
  });

  test('of a value the driver cannot send: nothing of the transaction stands', async () => {
    const [a, b] = [next++, next++];
    const failed = toy.database.transaction(async (tx) => {
      tx.send(insert, [a, 'sent']);
      tx.send(insert, [b, { amount: 1n }]);
    });
    await expect(failed).rejects.toThrow(/BigInt/);
    expect(await stored(a, b)).toEqual([]);
    await usable();
  });
});
