/** What docs/many-processes.md says came out. */
export function told(what: string, figures: Readonly<Record<string, number>>): void {
  process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`);
}
