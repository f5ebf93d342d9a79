import { Office, type Deployment } from './office';
import { startOutside, type Outside } from './outside';

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

/** Registers an office, from its first start on, the journeys through it one after the other, and that it has kept every promise after the last. */
export function walkInOneOffice(deployment: Deployment, ...journeys: Journey[]): void {
  const given: { office?: Office; outside?: Outside } = {};

  beforeAll(async () => {
    given.outside = await startOutside();
    given.office = await Office.start({ deployment, firstStart: true, env: given.outside.env });
    // Who works and lives where reaches the services by events.
    await given.office.comeToRest();
  }, startMs);
  afterAll(async () => {
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
}
