import { readFileSync } from 'node:fs';
import { misspelt } from './misspelt';
import type { Variable } from './variable';

/** Variables, nested as the code wants to read them. */
export interface ConfigurationSchema {
  [name: string]: Variable | ConfigurationSchema;
}

/** What a schema gives once it has been read. */
export type ConfigurationOf<S> = {
  readonly [K in keyof S]: S[K] extends Variable<infer T> ? T : ConfigurationOf<S[K]>;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that is wrong with the environment, together. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly mistakes: string[]) {
    super(
      `the configuration has ${mistakes.length} mistake${mistakes.length === 1 ? '' : 's'}:\n  ${mistakes.join('\n  ')}`,
    );
  }
}

/**
 * Reads the environment, once, at the start. An empty variable counts as not set.
 * @throws ConfigurationError naming every wrong variable and what was expected, never the value of a secret
 */
export function readConfiguration<S extends ConfigurationSchema>(
  env: Environment,
  schema: S,
): ConfigurationOf<S> {
  const mistakes: string[] = [];
  const configuration = readSection(env, schema, mistakes);
  const known = variablesOf(schema).flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name]));
  mistakes.push(
    ...misspelt(Object.keys(env), known).map(
      ({ given, meant }) => `${given}: no such variable, did you mean ${meant}?`,
    ),
  );
  if (mistakes.length > 0) throw new ConfigurationError(mistakes);
  return configuration as ConfigurationOf<S>;
}

export function variablesOf(schema: ConfigurationSchema): Variable[] {
  return Object.values(schema).flatMap((entry) => (isVariable(entry) ? [entry] : variablesOf(entry)));
}

function readSection(env: Environment, schema: ConfigurationSchema, mistakes: string[]): object {
  const entries = Object.entries(schema).map(([name, entry]) => [
    name,
    isVariable(entry) ? readVariable(env, entry, mistakes) : readSection(env, entry, mistakes),
  ]);
  return Object.freeze(Object.fromEntries(entries));
}

function readVariable(env: Environment, { name, secret, neededWhere, parse }: Variable, mistakes: string[]): unknown {
  const file = secret ? env[`${name}_FILE`] || undefined : undefined;
  const given = env[name] || undefined;
  if (file !== undefined && given !== undefined) {
    mistakes.push(`${name} and ${name}_FILE: give one of them`);
    return undefined;
  }
  let text = given;
  if (file !== undefined) {
    try {
      text = readFileSync(file, 'utf8').trim() || undefined;
    } catch (error) {
      mistakes.push(`${name}_FILE: cannot read ${file} (${(error as NodeJS.ErrnoException).code})`);
      return undefined;
    }
  }
  if (text === undefined && neededWhere && env[neededWhere.name] === neededWhere.is) {
    mistakes.push(`${name} is missing: it is needed where ${neededWhere.name} is ${neededWhere.is}`);
    return undefined;
  }
  const parsed = parse(text);
  if ('value' in parsed) return parsed.value;
  const was = text === undefined ? 'is missing' : secret ? 'is not valid' : `is ${JSON.stringify(text)}`;
  mistakes.push(`${name} ${was}: expected ${parsed.expected}`);
  return undefined;
}

function isVariable(entry: Variable | ConfigurationSchema): entry is Variable {
  return typeof entry.parse === 'function';
}
