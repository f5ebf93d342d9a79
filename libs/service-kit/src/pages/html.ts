/** Markup that is safe as it is. */
export class Html {
  constructor(readonly text: string) {}
}

/** Text inside markup, HTML or XML: between tags and in quoted attributes alike. What XML cannot carry is left out. */
export function escaped(text: string): string {
  return text
    .replace(/[\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');
}

type Value = string | number | Html | readonly Html[];

/** A template that escapes whatever is put into it, except what was made by itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.reduce((text, part, i) => text + shown(values[i - 1]!) + part));
}

function shown(value: Value): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  return escaped(String(value));
}
