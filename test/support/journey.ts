import { Office, type OfficeOptions } from './office';
import { startOutside, type Outside } from './outside';

const startMs = 240_000;
const verifyMs = 180_000;

/** Where a journey is walked: there from the first `beforeAll` on. */
export interface Given {
  readonly office: Office;
  /** Only in an office that reaches somebody. */
  readonly outside: Outside;
}

/** What people do in an office, whichever deployment it is and whoever was there before them. */
export interface Journey {
  title: string;
  /** Registers its steps with Jest. */
  walk(given: Given): void;
}

export const journey = (title: string, walk: Journey['walk']): Journey => ({ title, walk });

interface OfficeOfJourneys extends Pick<OfficeOptions, 'deployment' | 'firstStart'> {
  /** Whether what leaves the house is received by somebody. */
  reaching?: boolean;
}

/** Registers an office, the journeys through it one after the other, and that it has kept every promise after the last. */
export function walkInOneOffice({ deployment, firstStart, reaching }: OfficeOfJourneys, ...journeys: Journey[]): void {
  const given: { office?: Office; outside?: Outside } = {};

  beforeAll(async () => {
    if (reaching) given.outside = await startOutside();
    const env = given.outside?.env;
    given.office = await Office.start({ deployment, ...(firstStart && { firstStart }), ...(env && { env }) });
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
    },
    verifyMs,
  );
}
