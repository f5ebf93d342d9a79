import type { Localized } from '@property-office/kernel';
import { html, Html } from './html';

/** Neither kept nor found again; the door says that no address of ours is told to others. */
export const pageHeaders = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' } as const;

/** In large type, and with buttons as wide as a telephone: who reads it may be seventy. */
const style = `
body { max-width: 36rem; margin: 0 auto; padding: 1rem; font: 1.25rem/1.6 system-ui, "Noto Sans SC", sans-serif; color: #111; background: #fff }
h1 { font-size: 1.7rem; margin: 0 } h2 { font-size: 1.4rem } small { font-size: .8em; font-weight: normal; color: #555 }
select, textarea, input:not([type=checkbox]) { box-sizing: border-box; width: 100%; font: inherit; padding: .6rem; border: 1px solid #777; border-radius: .4rem }
button, .button { display: block; box-sizing: border-box; width: 100%; margin-top: 1.5rem; padding: .9rem; font: inherit; font-weight: bold; text-align: center; text-decoration: none; color: #fff; background: #0a58ca; border: 0; border-radius: .4rem }
button small, .button small { color: inherit } button:disabled, .quiet { background: #666 }`;

export interface Page {
  title: string;
  body: Html;
  /** Of most of it; Chinese unless said. */
  language?: string;
  /** CSS of this page, behind that of all. */
  style?: string;
}

/** A page that anybody may open on any telephone, without signing in. */
export function page({ title, body, language = 'zh-CN', style: own = '' }: Page): string {
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow"><title>${title}</title><style>${new Html(style + own)}
</style></head><body><main>${body}</main></body></html>
`.text;
}

/** Chinese, and English smaller behind it. */
export function both({ zh, en }: Localized): Html {
  return html`${zh} <small lang="en">${en}</small>`;
}
