import { metricCatalogue } from '@property-office/service-kit';
import { report } from '../support/repairs';
import { sweep, sweepDemonstration, type Opened } from '../support/sweep/sweep';
import { bodies } from './sweeps/bodies';
import { closedDoor } from './sweeps/closed-door';
import { fields } from './sweeps/fields';
import { queries } from './sweeps/queries';

/** Counted only where something came twice, or went wrong: told all the same. */
const rare: readonly string[] = ['inbox_duplicates_total', 'deliveries_total', 'door_refusals_total'];
/** Not in an office of one process, or not before anything was done by it. */
const elsewhere: readonly string[] = ['door_breakages_total'];
const measurements = sweep<Opened>('measurements', (given) => {
  it('are there to be scraped, every one that is promised', async () => {
    const { office } = given;
    await report(await office.as('resident'));
    await office.comeToRest();
    const { text } = await office.nobody().get('/metrics');
    const samples = text.split('\n').map((line) => /^(\w+)(?:\{(.*)\})? /.exec(line)).filter((found) => found !== null);
    const labelsOf = (name: string): string[] | undefined => {
      const sample = samples.find((found) => found[1] === name);
      return sample && [...(sample[2] ?? '').matchAll(/(\w+)="/g)].map((label) => label[1]!);
    };
    const promised = Object.entries(metricCatalogue).filter(([name]) => !elsewhere.includes(name));
    const told = promised.filter(([name]) => !rare.includes(name)).map(([name, { type, labels }]) => [name, labelsOf(type === 'histogram' ? `${name}_count` : name), labels] as const);
    expect(Object.fromEntries(told.map(([name, found]) => [name, found]))).toEqual(Object.fromEntries(told.map(([name, , labels]) => [name, labels])));
    for (const [name, { type }] of promised) expect(text).toContain(`# TYPE ${name} ${type}`);
    expect(text).toMatch(/^relay_leader\{service="tickets",stream="EVENTS_TICKETS"\} 1$/m);
  }, 180_000);
});

sweepDemonstration(bodies, queries, fields, closedDoor, measurements);
