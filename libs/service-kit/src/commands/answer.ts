/** Headers of an answer that a repeat of the same request must get too. */
export interface AnswerHeaders {
  location?: string;
  etag?: string;
}

/** What a route answers a success with. Its JSON is written once: for the client, and for a repeat of the request. */
export class Answer<T> {
  constructor(
    readonly status: number,
    readonly headers: AnswerHeaders,
    /** Empty for no body. */
    readonly json: string,
  ) {}

  get body(): T {
    return JSON.parse(this.json) as T;
  }
}

/** 200 with the thing as it is now; `version` becomes its ETag. */
export function ok<T>(body: T, version?: number): Answer<T> {
  return new Answer(200, version === undefined ? {} : { etag: etagOf(version) }, JSON.stringify(body));
}

/** 201 with the thing made and where it is. */
export function created<T>(location: string, body: T, version?: number): Answer<T> {
  return new Answer(
    201,
    { location, ...(version !== undefined && { etag: etagOf(version) }) },
    JSON.stringify(body),
  );
}

export function noContent(): Answer<undefined> {
  return new Answer<undefined>(204, {}, '');
}

/** A strong validator (RFC 9110, 8.8.3): the version of the aggregate. */
export function etagOf(version: number): string {
  return `"${version}"`;
}
