import { waitFor } from './wait-for';

test('returns the first truthy answer; an exception is "not yet"', async () => {
  let calls = 0;
  const answer = await waitFor(
    () => {
      calls++;
      if (calls === 1) throw new Error('too early');
      return calls === 3 ? 'done' : undefined;
    },
    { what: 'the third call', intervalMs: 1 },
  );
  expect(answer).toBe('done');
});

test('the message says what was awaited and what was seen', async () => {
  await expect(waitFor(() => 0, { what: 'a ticket', timeoutMs: 5, intervalMs: 1 })).rejects.toThrow(
    'Waited 5 ms for a ticket; at last it was 0',
  );
  const throwing = (): never => {
    throw new Error('no table');
  };
  await expect(waitFor(throwing, { what: 'a row', timeoutMs: 5, intervalMs: 1 })).rejects.toThrow(
    'it threw: no table',
  );
});
