const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const tooLate = new Set(['UND_ERR_HEADERS_TIMEOUT']);

/** How an exchange with a replica failed. */
export interface Breakage {
  /** `refused`: the request was never sent. `broken`: perhaps it was. `silent`: sent, and no answer in time. */
  kind: 'refused' | 'broken' | 'silent';
  code: string;
}

/** @param error as the proxy reports it: the cause carries the code of the network */
export function breakageOf(error: unknown): Breakage {
  const code = codeOf((error as { cause?: unknown }).cause) ?? codeOf(error) ?? 'unknown';
  if (neverSent.has(code)) return { kind: 'refused', code };
  return { kind: tooLate.has(code) ? 'silent' : 'broken', code };
}

function codeOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
