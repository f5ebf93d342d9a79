import type { Localized } from '@property-office/kernel';

const takesNoArticle = /^(the|your|how|what|who|whom|whose|where|when|why)\b/;

/** A label within an English sentence: `the reason`, but `what changed` and `your answer`. */
export function inASentence({ en }: Localized): string {
  return takesNoArticle.test(en) ? en : `the ${en}`;
}

/** The same where the sentence begins with it. */
export function atItsBeginning(label: Localized): string {
  const words = inASentence(label);
  return words[0]!.toUpperCase() + words.slice(1);
}
