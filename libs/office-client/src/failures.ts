/** What the office answers where it does not do as asked (RFC 9457). */
export interface Problem {
  code?: string;
  title?: string;
  detail?: string;
  errors?: Array<{ pointer: string; message: string }>;
}

/** The office has decided: asking again would not help. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    const fields = (problem.errors ?? []).map(({ pointer, message }) => `${pointer} ${message}`);
    super([problem.title, problem.detail, ...fields].filter(Boolean).join('; ') || `answered ${status}`);
  }

  get code(): string {
    return this.problem.code ?? String(this.status);
  }
}

/** The office failed, or what should have followed never came: neither carried nor refused. */
export class Stuck extends Error {
  override readonly name = 'Stuck';
}

/** Nobody answers for longer than we wait. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Somebody asked us to stop. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}
