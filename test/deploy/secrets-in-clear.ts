import { platformVariables, variablesOf } from '@property-office/service-kit';

/** Variables that the code calls secret, whatever they are called. */
const secretVariables: ReadonlySet<string> = new Set(variablesOf(platformVariables).flatMap(({ name, secret }) => (secret ? [name] : [])));
/** Of the programs that others make, names are all there is to go by. */
const secretName = /(?:PASSWORD|SECRET|TOKEN|_KEY)$/;
/** What is secret under whatever name: an address with a password, a private key as PEM or JSON. */
const secretText = /:\/\/[^/\s:@]*:[^/\s@]+@|BEGIN [A-Z ]*PRIVATE KEY|"d"\s*:/;
/** A variable that a command, or a file in a ConfigMap, sets. */
const setInText = /\b([A-Z][A-Z0-9_]*)=/g;

const isSecret = (name: string): boolean => secretVariables.has(name) || secretName.test(name);

/**
 * Secrets that stand in a document where everybody may read them, wherever in it a variable is given: as `{ name, value }`, as a key of
 * a map (`data` of a ConfigMap, `environment` of a service, `env` of a chart), or within a text. One that comes from a Secret does not.
 */
export function secretsInClear(document: unknown): string[] {
  const faults = new Set([...namedIn(document)].map((name) => `${name} stands there in clear`));
  return [...faults, ...(textsIn(document).some((text) => secretText.test(text)) ? ['holds what looks like a password or a key'] : [])];
}

function namedIn(document: unknown): string[] {
  if (typeof document === 'string') return [...document.matchAll(setInText)].map(([, name]) => name!).filter(isSecret);
  if (typeof document !== 'object' || document === null) return [];
  const { name } = document as { name?: unknown };
  return [
    ...(typeof name === 'string' && isSecret(name) && givenInClear(document) ? [name] : []),
    ...Object.entries(document).flatMap(([key, value]) => [...(isSecret(key) && givenInClear(value) ? [key] : []), ...namedIn(value)]),
  ];
}

/** By a value, or from anything but a Secret. */
function givenInClear(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null) return entry !== null && entry !== undefined;
  const { value, valueFrom } = entry as { value?: unknown; valueFrom?: { secretKeyRef?: unknown } };
  return value !== undefined || (valueFrom !== undefined && valueFrom.secretKeyRef === undefined);
}

function textsIn(document: unknown): string[] {
  if (typeof document === 'string') return [document];
  return typeof document === 'object' && document !== null ? Object.values(document).flatMap(textsIn) : [];
}
