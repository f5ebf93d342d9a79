import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventContract } from '@property-office/contracts';
import { Compile } from 'typebox/compile';
import { fieldsOf } from '../../apps/all-in-one/src/documents/fields-of';

/** An event as it was announced once, and as it lies in ledgers for ever. */
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
    // The second golden of a type has the fields that came to it, and is called `<type>.2.json`.
    type: file.replace(/(\.\d+)?\.json$/, ''),
    text: readFileSync(join(folder, file), 'utf8'),
  }));
}

/** How the contracts of today break with the events of yesterday. A golden is never edited to please them. */
export function brokenPromises(contracts: Contracts, goldens: readonly GoldenEvent[]): string[] {
  const missing = Object.keys(contracts).filter((type) => !goldens.some((golden) => golden.type === type));
  return [
    ...missing.map((type) => `${type}: has no golden event; npm run generate makes one`),
    ...notUnderstood(contracts, goldens),
    ...Object.entries(contracts).flatMap(([type, contract]) => unshown(type, contract, goldens)),
  ];
}

/** What was announced once and is now unknown, refused or partly lost. */
export function notUnderstood(contracts: Contracts, goldens: readonly GoldenEvent[]): string[] {
  return goldens.flatMap((golden) => broken(contracts[golden.type], golden));
}

/** Fields that no golden has: nothing would notice if they were taken away. */
function unshown(type: string, { data }: EventContract, goldens: readonly GoldenEvent[]): string[] {
  const own = goldens.filter((golden) => golden.type === type);
  if (own.length === 0) return [];
  const shown = new Set(own.flatMap(({ text }) => fieldsOf(JSON.parse(text))));
  const fields = [...new Set(declared(data as Schema, 'data'))];
  return fields.filter((field) => !shown.has(field)).map((field) => `${type}: ${field} is in no golden event; npm run generate adds one`);
}

function declared({ properties = {}, items, anyOf = [] }: Schema, path: string): string[] {
  return [
    ...Object.entries(properties).flatMap(([name, inner]) => [`${path}.${name}`, ...declared(inner, `${path}.${name}`)]),
    ...(items ? declared(items, `${path}[]`) : []),
    ...anyOf.flatMap((option) => declared(option, path)),
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
