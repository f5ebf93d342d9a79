import { isIP } from 'node:net';

/** A value that could be read, or what should have been there instead. */
export type Parsed<T> = { value: T } | { expected: string };

/** One environment variable. */
export interface Variable<T = unknown> {
  name: string;
  /** What it is for, for whoever runs the product. */
  meaning: string;
  /** Shown in the table where a variable may be left out. */
  defaultText: string;
  /** Never printed, and may be given as a file named by `<NAME>_FILE`. */
  secret: boolean;
  /** Another variable, and what it is where this one may not be left out. */
  neededWhere?: { name: string; is: string };
  /** @param given undefined where the variable is not set or empty */
  parse: (given: string | undefined) => Parsed<T>;
}

interface Options<D> {
  meaning: string;
  default: D;
}

/** `default: undefined` makes a variable that may be absent; leave `default` out for one that must be given. */
type Required = { meaning: string };

function variable<T, D>(
  name: string,
  options: Required | Options<D>,
  expected: string,
  read: (given: string) => T | undefined,
  isSecret = false,
): Variable<T | D> {
  const hasDefault = 'default' in options;
  return {
    name,
    meaning: options.meaning,
    defaultText: hasDefault ? textOf(options.default) : 'required',
    secret: isSecret,
    parse: (given) => {
      if (given === undefined) return hasDefault ? { value: options.default } : { expected };
      const value = read(given);
      return value === undefined ? { expected } : { value };
    },
  };
}

function textOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? '' : String(value);
}

export function text<D = string>(name: string, options: Required | Options<D>): Variable<string | D> {
  return variable(name, options, 'a text', (value) => value);
}

export function secret<D = string>(name: string, options: Required | Options<D>): Variable<string | D> {
  return variable(name, options, 'a secret text', (value) => value, true);
}

/** May be left out unless another variable says that. */
export function where<T>(name: string, is: string, optional: Variable<T>): Variable<T> {
  return { ...optional, neededWhere: { name, is } };
}

export function wholeNumber<D = number>(
  name: string,
  { min, max, ...options }: (Required | Options<D>) & { min: number; max: number },
): Variable<number | D> {
  return variable(name, options as Required | Options<D>, `a whole number from ${min} to ${max}`, (value) => {
    const number = Number(value);
    return /^-?\d+$/.test(value) && number >= min && number <= max ? number : undefined;
  });
}

export function flag(name: string, options: Options<boolean>): Variable<boolean> {
  const words: Record<string, boolean> = {
    '1': true,
    true: true,
    yes: true,
    on: true,
    '0': false,
    false: false,
    no: false,
    off: false,
  };
  return variable(
    name,
    options,
    '1 or 0 (also true/false, yes/no, on/off)',
    (value) => words[value.toLowerCase()],
  );
}

export function oneOf<const T extends string>(
  name: string,
  words: readonly T[],
  options: Required | Options<T>,
): Variable<T> {
  return variable(name, options, `one of ${words.join(', ')}`, (value) =>
    words.find((word) => word === value),
  );
}

/** An address; one with a password in it is a secret. */
export function url<D = string>(
  name: string,
  schemes: string[],
  { secret: isSecret = false, several = false, ...options }: (Required | Options<D>) & { secret?: boolean; several?: boolean },
): Variable<string | D> {
  const expected = `an address such as ${schemes[0]}://host${several ? ', or several joined by commas' : ''}`;
  const fits = (value: string): boolean => (several ? value.split(',') : [value]).every((each) => hasScheme(each, schemes));
  return variable(
    name,
    options as Required | Options<D>,
    expected,
    (value) => (fits(value) ? value : undefined),
    isSecret,
  );
}

/** Addresses of each service: `tickets=http://10.0.0.1:3000,http://10.0.0.2:3000;directory=http://10.0.0.3:3000`. */
export function serviceUrls(name: string, options: { meaning: string }): Variable<Record<string, string[]>> {
  const expected = 'addresses by service: tickets=http://a:3000,http://b:3000;directory=http://c:3000';
  return variable(name, { ...options, default: {} }, expected, (value) => {
    const entries = value.split(';').map((part) => /^\s*([a-z][a-z-]*)\s*=(.+)$/.exec(part));
    const services: Record<string, string[]> = {};
    for (const entry of entries) {
      const urls = entry?.[2]?.split(',').map((address) => address.trim().replace(/\/$/, ''));
      if (!entry || !urls?.every((address) => hasScheme(address, ['http', 'https']))) return undefined;
      services[entry[1]!] = urls;
    }
    return services;
  });
}

/** Names to texts: `one-time-code.zh=SMS_101;one-time-code.en=SMS_102`. */
export function textMap(name: string, options: { meaning: string }): Variable<Record<string, string>> {
  return variable(name, { ...options, default: {} }, 'names and texts: one-time-code.zh=SMS_101;one-time-code.en=SMS_102', (value) => {
    const entries = value.split(';').filter((part) => part.trim() !== '').map((part) => /^\s*([\w.*-]+)\s*=\s*(\S.*?)\s*$/.exec(part));
    return entries.every((entry) => entry !== null) ? Object.fromEntries(entries.map((entry) => [entry[1]!, entry[2]!])) : undefined;
  });
}

/** Networks: `10.1.0.0/16,::1`. */
export function networks(name: string, options: { meaning: string }): Variable<string[]> {
  return variable(name, { ...options, default: [] }, 'networks such as 10.1.0.0/16,::1/128', (value) => {
    const given = value.split(',').map((part) => part.trim());
    return given.every(isNetwork) ? given : undefined;
  });
}

function isNetwork(given: string): boolean {
  const [address = '', bits = '0', ...rest] = given.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)]!;
  return rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

function hasScheme(value: string, schemes: string[]): boolean {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1));
}
