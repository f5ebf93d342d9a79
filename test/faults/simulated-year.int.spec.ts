import { simulate } from '../simulate/run/simulate';

const minutes = 60_000;

it(
  'a short year of papers and archives outlasts kill -9 within three minutes: registers without gaps, each record with its proof, nothing destroyed but before two witnesses, months that agree (W1, W4)',
  async () => {
    const said: string[] = [];
    const out = { write: (text: string) => void said.push(text) };
    const { wrong, figures } = await simulate({ plan: 'short-year', seed: 1, width: 6, folder: undefined, smoke: true }, out, AbortSignal.timeout(4 * minutes));
    expect(wrong).toEqual([]);
    expect(said.join('')).toContain('killed office and waited until it was back');
    const expected = [/^incoming documents: 16 /, /^outgoing documents: 10 /, /^loans: 15 /, /^stocktakes: 1 \(closed 1\)/, /^destructions: 1 \(certified 1\)/, /^hand-overs of records: 1 \(handed-over 1\)/, /^months of the archives: .*closed/];
    expect(figures).toEqual(expect.arrayContaining(expected.map((line) => expect.stringMatching(line))));
  },
  5 * minutes,
);
