/** Asks once for all who ask within some milliseconds: one scrape reads many figures of one answer. */
export function keptFor<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let kept: { at: number; answer: Promise<T> } | undefined;
  return () => {
    const now = performance.now();
    if (!kept || now - kept.at > ms) kept = { at: now, answer: ask() };
    return kept.answer;
  };
}
