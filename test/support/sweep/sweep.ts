import { Office } from '../office';
import { addUnlisted, furnish, tellMore } from './furnish';
import { logins, Swept } from './swept';
import { Things } from './things';

const startMs = 240_000;

/** Where a sweep goes that needs nothing to be there: there from the first `beforeAll` on. */
export interface Opened {
  readonly office: Office;
  readonly swept: Swept;
}

/** Where one goes that does something to what there is. */
export interface Given extends Opened {
  readonly things: Things;
}

/** What is sent to every operation there is. */
export interface Sweep<G> {
  title: string;
  /** Registers its cases with Jest. */
  register(given: G): void;
}

export const sweep = <G = Given>(title: string, register: Sweep<G>['register']): Sweep<G> => ({ title, register });

/** Registers an office as the demonstration has it, and the sweeps over it, one after the other. */
export function sweepDemonstration(...sweeps: Array<Sweep<Opened>>): void {
  const given: { office?: Office; swept?: Swept } = {};

  beforeAll(async () => {
    given.office = await Office.start({ deployment: 'all-in-one' });
    given.swept = await Swept.of(given.office);
    // Whoever is signed in leaves no trace of it afterwards.
    for (const login of logins) await given.office.as(login);
    await given.office.comeToRest();
  }, startMs);
  afterAll(() => close(given), startMs);

  for (const { title, register } of sweeps) describe(title, () => register(given as Opened));
}

/** Registers an office and the sweeps over it, one after the other. */
export function sweepOneOffice(...sweeps: Array<Sweep<Given>>): void {
  const given: { office?: Office; swept?: Swept; things?: Things } = {};

  beforeAll(async () => {
    given.office = await Office.start({ deployment: 'all-in-one' });
    await furnish(given.office);
    given.swept = await Swept.of(given.office);
    given.things = await Things.of(given.swept);
    await addUnlisted(given.office, given.swept, given.things);
    tellMore(given.swept, given.things, await given.office.clock.now());
    await given.office.comeToRest();
  }, startMs);
  afterAll(() => close(given), startMs);

  for (const { title, register } of sweeps) describe(title, () => register(given as Given));
}

async function close({ office, swept }: Partial<Opened>): Promise<void> {
  swept?.stop();
  await office?.stop();
}
