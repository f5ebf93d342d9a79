import type { Localized } from '@property-office/kernel';
import { escapeMarkup } from '../printing/escape-markup';

const style = `
  body { max-width: 34rem; margin: 0 auto; padding: 1rem; font: 1.25rem/1.6 system-ui, "Noto Sans SC", sans-serif; color: #111; background: #fff }
  h1 { font-size: 1.7rem; margin: 0 } small { display: block; font-size: .8em; font-weight: normal; color: #555 }
  label, dt { display: block; margin-top: 1rem; font-weight: bold } dt { color: #555; font-weight: normal } dd { margin: 0; font-size: 1.4rem }
  select, textarea, input:not([type=checkbox]) { box-sizing: border-box; width: 100%; font: inherit; padding: .6rem; border: 1px solid #777; border-radius: .4rem }
  input[type=checkbox] { width: 1.4rem; height: 1.4rem; vertical-align: middle }
  button, .button { display: block; box-sizing: border-box; width: 100%; margin-top: 1.5rem; padding: .9rem; font: inherit; font-weight: bold; text-align: center; text-decoration: none; color: #fff; background: #0a58ca; border: 0; border-radius: .4rem }
  button small, .button small { color: inherit } button:disabled { background: #777 } [role=alert] { margin-top: 1rem; font-weight: bold; color: #a00; overflow-wrap: anywhere }`;

/** A page that anybody may open on any telephone: large type, Chinese first, English below. Not kept, not found by search engines. */
export function page(title: string, body: readonly string[]): string {
  return [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><title>${escapeMarkup(title)}</title><style>${style}</style></head><body><main>`,
    ...body,
    '</main></body></html>',
  ].join('\n');
}

/** Both languages, the second smaller. */
export function both({ zh, en }: Localized): string {
  return `${escapeMarkup(zh)}<small lang="en">${escapeMarkup(en)}</small>`;
}

/** What a code or a link opens that is good for nothing, or no longer. */
export function deadEnd(title: Localized, advice: Localized): string {
  return page(title.zh, [`<h1>${both(title)}</h1>`, `<p>${both(advice)}</p>`]);
}

/** Whether a browser opens it, to which a problem says nothing; programs are answered with one. */
export const opensPages = (accept: string | undefined): boolean => accept?.includes('text/html') ?? false;

/** Headers of such a page. */
export const pageHeaders = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } as const;
