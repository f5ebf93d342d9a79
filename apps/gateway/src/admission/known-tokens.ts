const mostKept = 20_000;

/**
 * Tokens that were sessions when they were last asked for. They are asked for again each time; but whoever is signed in is
 * not held up by somebody else at the same address (an office's Wi-Fi, a proxy) who sends tokens that are none.
 */
export class KnownTokens {
  /** In the order of their last use. */
  private readonly tokens = new Set<string>();

  has(token: string): boolean {
    return this.tokens.has(token);
  }

  keep(token: string): void {
    this.tokens.delete(token);
    this.tokens.add(token);
    if (this.tokens.size > mostKept) this.tokens.delete(this.tokens.values().next().value!);
  }

  drop(token: string): void {
    this.tokens.delete(token);
  }
}
