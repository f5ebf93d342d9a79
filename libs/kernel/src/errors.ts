/** How a refusal is answered over HTTP is decided once, from its kind (service-kit). */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'precondition-missing'
  | 'too-large'
  | 'unsupported-media'
  | 'key-reused'
  | 'too-many'
  | 'unavailable';

/** A sentence in both languages of the product. `{name}` is replaced by the parameter of that name. */
export interface Localized {
  zh: string;
  en: string;
}

/** A value put into a message: the same in both languages, or one for each. */
export type ErrorParam = string | number | Localized;

/** One wrong field: `pointer` is an RFC 6901 JSON pointer into the body, or `?name` for a query parameter. */
export interface FieldError {
  pointer: string;
  message: Localized;
}

export interface ErrorSpec {
  kind: ErrorKind;
  title: Localized;
  detail?: Localized;
  /** Said in place of `detail` to whoever only wanted to read. */
  detailOfRead?: Localized;
}

/**
 * An expected refusal: a named value with a stable code, never a fault. Carries its texts so that whoever
 * answers needs no catalogue.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly spec: ErrorSpec,
    readonly params: Readonly<Record<string, ErrorParam>> = {},
    readonly fields: readonly FieldError[] = [],
    /** Seconds after which a repeat may succeed; sent as Retry-After. */
    readonly retryAfter?: number,
  ) {
    super(fill(spec.detail?.en ?? spec.title.en, params, 'en'));
    this.name = 'DomainError';
  }

  title(language: keyof Localized): string {
    return fill(this.spec.title[language], this.params, language);
  }

  /** @param reading nothing was to be done: a refusal says nothing of an act then, where it has other words for that */
  detail(language: keyof Localized, reading = false): string | undefined {
    const { detail, detailOfRead = detail } = this.spec;
    const said = reading ? detailOfRead : detail;
    return said && fill(said[language], this.params, language);
  }
}

/** Makes one factory per named error: `errors.notYours()` gives a DomainError with the code `not-yours`. */
export function defineErrors<const S extends Record<string, ErrorSpec>>(
  specs: S,
): { [K in keyof S]: (params?: Record<string, ErrorParam>, more?: { fields?: FieldError[]; retryAfter?: number }) => DomainError } {
  const factories = Object.entries(specs).map(([name, spec]) => {
    const code = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const factory = (params?: Record<string, ErrorParam>, more: { fields?: FieldError[]; retryAfter?: number } = {}) =>
      new DomainError(code, spec, params, more.fields, more.retryAfter);
    return [name, factory];
  });
  return Object.fromEntries(factories);
}

function fill(template: string, params: Readonly<Record<string, ErrorParam>>, language: keyof Localized): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
