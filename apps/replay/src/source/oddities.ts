/** What a row can be wrong about without being refused. */
export const oddities = {
  'no-external-id': 'without an id of its own: named after its content',
  'no-created-time': 'without a readable time of report: reported as seen at no particular time',
  'created-in-future': 'reported in the future: reported as seen at no particular time',
  'closed-before-created': 'closed before it was reported: the closing time is not believed',
  'closed-without-time': 'closed without a time: carried through all the same',
  'absurd-due-time': 'due decades away or unreadable: the due time is not believed',
  'open-though-resolved': 'open although a resolution is written: stays open',
  'unknown-status': 'with a status nobody knows: closed if it has a closing time, else open',
  'no-description': 'without a word about the matter: reported with a standing sentence',
  'unknown-category': 'of a category the vocabulary lacks: reported as "other"',
  'odd-characters': 'with control or broken characters: left out',
  'clipped-text': 'with text too long: clipped',
  'no-address': 'without an address: reported at the public place of the site',
  'no-house-number': 'at a corner or a street: reported at a public place named so',
} as const;
export type Oddity = keyof typeof oddities;

/** Counts the rows that are odd in each way; a row counts once for each. */
export class OddRows {
  private readonly rows = new Map<Oddity, Set<string>>();

  note(oddity: Oddity, externalId: string): void {
    const found = this.rows.get(oddity) ?? new Set();
    this.rows.set(oddity, found.add(externalId));
  }

  count(oddity: Oddity): number {
    return this.rows.get(oddity)?.size ?? 0;
  }

  lines(): string[] {
    return [...this.rows].map(([oddity, found]) => `${String(found.size).padStart(7)} ${oddities[oddity]}`);
  }
}
