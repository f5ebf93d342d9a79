import { join } from 'node:path';
import { listeners } from './http';
import { Office, type Deployment } from './office';
import { startOutside, type Outside } from './outside';
import { PrivateWords } from './private-words';

const startMs = 240_000;
const verifyMs = 180_000;

/** Where a journey is walked: there from the first `beforeAll` on. */
export interface Given {
  readonly office: Office;
  /** Who receives what leaves the house. */
  readonly outside: Outside;
}

/** What people do in an office, whichever deployment it is and whoever was there before them. */
export interface Journey {
  title: string;
  /** Registers its steps with Jest. */
  walk(given: Given): void;
}

export const journey = (title: string, walk: Journey['walk']): Journey => ({ title, walk });

/**
 * Registers an office, from its first start on, the journeys through it one after the other, and that after the last it has kept every promise
 * and said nothing of whom it serves.
 */
export function walkInOneOffice(deployment: Deployment, ...journeys: Journey[]): void {
  const given: { office?: Office; outside?: Outside } = {};
  const said: string[] = [];
  const words = new PrivateWords();

  beforeAll(async () => {
    listeners.add(words.hear);
    given.outside = await startOutside();
    // As much as the product says where nobody asks for more or less.
    const env = { ...given.outside.env, LOG_LEVEL: 'info' };
    given.office = await Office.start({ deployment, firstStart: true, env, hears: (line) => said.push(line) });
    // Who works and lives where reaches the services by events.
    await given.office.comeToRest();
  }, startMs);
  afterAll(async () => {
    listeners.delete(words.hear);
    await given.office?.stop();
    await given.outside?.stop();
  }, startMs);

  for (const { title, walk } of journeys) describe(`${title} (${deployment})`, () => walk(given as Given));

  it(
    'after all that every invariant holds',
    async () => {
      await given.office!.comeToRest();
      expect(await given.office!.verify()).toEqual([]);
      expect(given.office!.log.filter((line) => line.includes('MaxListenersExceededWarning'))).toEqual([]);
    },
    verifyMs,
  );

  it('and nothing that its processes have said tells a telephone, a name, what people typed, a password, a code or a token', () => {
    const { office, outside } = given as Given;
    words.addSecretsOf(join(office.dataDir, 'secrets'));
    for (const [name, value] of Object.entries(outside.env)) if (name.endsWith('_SECRET')) words.add('a secret', value);
    // Something was said, and there was something to keep: else this shows nothing.
    expect(said.filter((line) => line.includes('answered')).length).toBeGreaterThan(500);
    expect(said.some((line) => line.includes('the one-time code of'))).toBe(true);
    const known = words.counts();
    for (const kind of ['a telephone', 'a name', 'what somebody typed', 'a password', 'a one-time code', 'a token', 'a link', 'a key', 'a secret']) expect({ kind, known: known[kind] ?? 0 }).not.toEqual({ kind, known: 0 });
    expect(words.foundIn(said)).toEqual([]);
  });
}
