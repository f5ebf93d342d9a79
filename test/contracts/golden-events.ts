import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventContract } from '@property-office/contracts';
import { Compile } from 'typebox/compile';

/** An event as it was announced when its type was young, and as it lies in ledgers for ever. */
export interface GoldenEvent {
  type: string;
  text: string;
}

type Contracts = Readonly<Record<string, EventContract>>;
interface Schema {
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  anyOf?: readonly Schema[];
}

const folder = join(__dirname, 'golden');

export function goldenEvents(): GoldenEvent[] {
  return readdirSync(folder).map((file) => ({
    type: file.replace(/\.json$/, ''),
    text: readFileSync(join(folder, file), 'utf8'),
  }));
}

/** How the contracts of today break with the events of yesterday. A golden is never edited to please them. */
export function brokenPromises(contracts: Contracts, goldens: readonly GoldenEvent[]): string[] {
  const missing = Object.keys(contracts).filter((type) => !goldens.some((golden) => golden.type === type));
  return [
    ...missing.map((type) => `${type}: has no golden event; npm run generate makes one`),
    ...goldens.flatMap((golden) => broken(contracts[golden.type], golden)),
  ];
}

function broken(contract: EventContract | undefined, { type, text }: GoldenEvent): string[] {
  if (!contract) return [`${type}: was announced once and is no longer understood`];
  const { data, ...envelope } = JSON.parse(text) as {
    type: string;
    source: string;
    aggregatetype: string;
    data: unknown;
  };
  const promises = { type, source: `/${contract.producer}`, aggregatetype: contract.aggregate };
  const renamed = Object.entries(promises).filter(
    ([name, value]) => envelope[name as keyof typeof promises] !== value,
  );
  const refusals = Compile(contract.data).Errors(data);
  return [
    ...renamed.map(([name, value]) => `${type}: ${name} has become ${value}`),
    ...refusals.map(({ instancePath, message }) => `${type}: data${instancePath} ${message}`),
    ...forgotten(contract.data as Schema, data, 'data').map(
      (field) => `${type}: ${field} is no longer part of the contract`,
    ),
  ];
}

/** Fields that were announced and that the schema does not know: taken away or renamed without a new version. */
function forgotten(schema: Schema, value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => forgotten(schema.items ?? {}, item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  const properties = {
    ...schema.properties,
    ...Object.assign({}, ...(schema.anyOf ?? []).map((option) => option.properties)),
  } as Record<string, Schema>;
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = properties[name];
    return known ? forgotten(known, inner, `${path}.${name}`) : [`${path}.${name}`];
  });
}
