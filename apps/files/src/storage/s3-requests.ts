import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import { Agent, type Dispatcher } from 'undici';
import { away } from './away';

/** One bucket of a server that speaks S3, and the key to it. */
export interface S3Settings {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** `https://host/bucket/name`; otherwise `https://bucket.host/name`. */
  pathStyle: boolean;
}

export interface S3Request {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Of the object; none: of the bucket. */
  name?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** Made anew for each try. */
  body?: { sha256: string; stream(): Readable };
  /** For how long all tries and the answer are waited for; else as long as the server says something. */
  within?: AbortSignal | undefined;
}

type S3Answer = Dispatcher.ResponseData;

/** Silence, of the server or of a connection, after which a try has failed. */
const answerWithinMs = 5_000;
const connectWithinMs = 2_000;
/** Before each further try. */
const pausesMs = [100, 400];
const worthAnotherTry = new Set([429, 500, 502, 503, 504]);
const emptySha256 = createHash('sha256').digest('hex');

/** Signed requests to one bucket (AWS Signature Version 4). All of them may be repeated, and are where that may help. */
export class S3Requests {
  private readonly agent = new Agent({ connect: { timeout: connectWithinMs }, headersTimeout: answerWithinMs, bodyTimeout: answerWithinMs });
  private readonly base: string;
  /** Keys of the day, which the signer derives. */
  private readonly derived = new Map<string, ArrayBuffer>();

  constructor(private readonly settings: S3Settings) {
    this.base = addressOf(settings);
  }

  /**
   * @returns 2xx, 404 or 416; whoever asked reads or destroys its body
   * @throws unavailable (503) for every other answer, and for none
   */
  async send(request: S3Request): Promise<S3Answer> {
    for (let tried = 0; ; tried += 1) {
      const { answer, error } = await this.try(request).then(
        (answered) => ({ answer: answered, error: undefined }),
        (failed: Error) => ({ answer: undefined, error: failed }),
      );
      if (answer && (isSuccess(answer) || answer.statusCode === 404 || answer.statusCode === 416)) return answer;
      const isWorthAnother = !answer || worthAnotherTry.has(answer.statusCode);
      const trouble = answer ? await refusalOf(answer) : error;
      if (tried === pausesMs.length || !isWorthAnother || request.within?.aborted) throw away(`S3 ${request.method}`, trouble);
      // What is aborted meanwhile is not sent any more.
      await pause(pausesMs[tried], undefined, { signal: request.within }).catch(() => undefined);
    }
  }

  private async try({ method, name, query, headers, body, within }: S3Request): Promise<S3Answer> {
    const { region, accessKeyId, secretAccessKey } = this.settings;
    const url = new URL(name === undefined ? `${this.base}/` : `${this.base}/${name}`);
    for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, value);
    const signer = new AwsV4Signer({
      method,
      url: url.toString(),
      headers: { ...headers, 'x-amz-content-sha256': body?.sha256 ?? emptySha256 },
      service: 's3',
      region,
      accessKeyId,
      secretAccessKey,
      cache: this.derived,
    });
    const signed = await signer.sign();
    return this.agent.request({
      origin: signed.url.origin,
      path: `${signed.url.pathname}${signed.url.search}`,
      method,
      headers: Object.fromEntries(signed.headers),
      body: body?.stream() ?? null,
      signal: within ?? null,
    });
  }
}

/** All that an answer of some lines says. @throws unavailable (503) where it breaks off */
export function saidBy({ body }: S3Answer): Promise<string> {
  return text(body).catch((error: Error) => {
    throw away('S3', error);
  });
}

/** What a 404, a 403, a 5xx is for, as its body says. */
export async function refusalOf({ statusCode, body }: S3Answer): Promise<Error> {
  const said = await text(body).catch(() => '');
  return new Error(`${statusCode} ${/<Code>(\w+)<\/Code>/.exec(said)?.[1] ?? ''}`.trim());
}

/** Of the bucket, without a slash at its end. */
export function addressOf({ endpoint, bucket, pathStyle }: Pick<S3Settings, 'endpoint' | 'bucket' | 'pathStyle'>): string {
  const url = new URL(endpoint);
  const path = url.pathname.replace(/\/$/, '');
  return pathStyle ? `${url.origin}${path}/${bucket}` : `${url.protocol}//${bucket}.${url.host}${path}`;
}

function isSuccess({ statusCode }: S3Answer): boolean {
  return statusCode >= 200 && statusCode < 300;
}
