import { simulate } from '../simulate/run/simulate';

const minutes = 60_000;

it(
  'a simulated week of the contact desk, complaints and notices outlasts kill -9 within three minutes: nothing is lost, nothing done twice, ops verify is clean',
  async () => {
    const said: string[] = [];
    const out = { write: (text: string) => void said.push(text) };
    const { wrong, figures } = await simulate({ plan: 'week', seed: 1, width: 6, folder: undefined, smoke: true }, out, AbortSignal.timeout(4 * minutes));
    expect(wrong).toEqual([]);
    expect(said.join('')).toContain('killed office and waited until it was back');
    expect(figures).toEqual(expect.arrayContaining([expect.stringMatching(/^contacts: 80 /), expect.stringMatching(/^complaints: 24 /), expect.stringMatching(/^notices: \d+ /)]));
  },
  5 * minutes,
);
