import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { nameOf, type Manifest } from './manifests';

/** What an API server knows of a custom resource: a structural schema. */
export interface CustomResource {
  apiVersion: string;
  kind: string;
  schema: Schema;
}

/** A schema that was taken over, with the package and version that it was made from (schemas/NOTICE.md). */
export interface VendoredResource extends CustomResource {
  from: string;
  version: string;
}

export interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: object[];
  $defs?: Record<string, Schema>;
  $ref?: string;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-int-or-string'?: boolean;
  'x-kubernetes-embedded-resource'?: boolean;
}

interface Definition {
  kind: string;
  spec: { group: string; names: { kind: string }; versions: Array<{ name: string; served: boolean; schema: { openAPIV3Schema: Schema } }> };
}

/** Those beside this file. */
export function vendoredResources(): VendoredResource[] {
  const folder = join(__dirname, 'schemas');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as VendoredResource);
}

/** Of CustomResourceDefinitions, as an operator's release and `kubectl get crd -o yaml` have them. */
export function definedResources(documents: readonly unknown[]): CustomResource[] {
  const each = documents.flatMap((document) => (document as { items?: unknown[] } | null)?.items ?? [document]) as Array<Definition | null>;
  return each
    .filter((definition) => definition?.kind === 'CustomResourceDefinition')
    .flatMap((definition) => {
      const { group, names, versions } = definition!.spec;
      const served = versions.filter((version) => version.served);
      return served.map(({ name, schema }) => ({ apiVersion: `${group}/${name}`, kind: names.kind, schema: schema.openAPIV3Schema }));
    });
}

/** Judges custom resources by their schemas as an API server does, except that a field it would drop without a word is a fault. */
export class CustomResources {
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(resources: readonly CustomResource[]) {
    // What has a default is there before an API server looks whether it is missing. Formats (int64, date-time) are not judged.
    const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, useDefaults: true, code: { regExp: asGoReads } });
    for (const { apiVersion, kind, schema } of resources) this.validators.set(`${apiVersion} ${kind}`, ajv.compile(closed(atRoot(schema))));
  }

  know({ apiVersion, kind }: Manifest): boolean {
    return this.validators.has(`${apiVersion} ${kind}`);
  }

  /** Types, required fields, and what values may be. */
  typeFaults(manifests: readonly Manifest[]): string[] {
    const faults = this.errorsOf(manifests).filter(({ error }) => error.keyword !== 'additionalProperties');
    return faults.map(({ where, error: { instancePath, message, params } }) => `${where}: data${instancePath} ${message}${allowed(params)}`);
  }

  unknownFields(manifests: readonly Manifest[]): string[] {
    const faults = this.errorsOf(manifests).filter(({ error }) => error.keyword === 'additionalProperties');
    return faults.map(({ where, error }) => `${where}${dotted(error.instancePath)}.${error.params['additionalProperty']} is no field`);
  }

  private errorsOf(manifests: readonly Manifest[]): Array<{ where: string; error: ErrorObject }> {
    return manifests.flatMap((manifest) => {
      const validate = this.validators.get(`${manifest.apiVersion} ${manifest.kind}`);
      if (!validate) throw new Error(`nothing is known of ${manifest.apiVersion} ${manifest.kind}`);
      validate(structuredClone(manifest));
      return (validate.errors ?? []).map((error) => ({ where: nameOf(manifest), error }));
    });
  }
}

/** Go's expressions say `(?i)` where JavaScript has a flag. */
const asGoReads = Object.assign((pattern: string, flags: string): RegExp => new RegExp(pattern.replace('(?i)', ''), pattern.includes('(?i)') ? `${flags}i` : flags), { code: 'asGoReads' });

/** An API server judges `metadata` by itself, and knows the version and kind that it was asked for. */
function atRoot(schema: Schema): Schema {
  const anything: Schema = { 'x-kubernetes-preserve-unknown-fields': true };
  return { ...schema, properties: { apiVersion: anything, kind: anything, ...schema.properties, metadata: anything } };
}

/** Structural schemas in the words of JSON Schema: objects have the fields that are named and no others, unless they say otherwise. */
function closed(schema: Schema): Schema {
  const { properties, additionalProperties, items, $defs } = schema;
  const open = schema['x-kubernetes-preserve-unknown-fields'] === true || schema['x-kubernetes-embedded-resource'] === true;
  return {
    ...schema,
    ...(schema['x-kubernetes-int-or-string'] && !schema.anyOf && { anyOf: [{ type: 'integer' }, { type: 'string' }] }),
    ...(properties && { properties: closedEach(properties) }),
    ...(items && { items: closed(items) }),
    ...($defs && { $defs: closedEach($defs) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: closed(additionalProperties) }),
    ...(schema.type === 'object' && additionalProperties === undefined && !open && { additionalProperties: false }),
  };
}

const closedEach = (schemas: Record<string, Schema>): Record<string, Schema> =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, closed(schema)]));

const allowed = (params: Record<string, unknown>): string => (Array.isArray(params['allowedValues']) ? `: ${params['allowedValues'].join(', ')}` : '');

/** `/spec/containers/0` as `.spec.containers[0]`. */
const dotted = (pointer: string): string => pointer.replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]').replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
