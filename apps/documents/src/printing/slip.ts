import { localTime } from '@property-office/calendar';
import { html, Html } from '@property-office/service-kit';

/** A form on A4 that goes with a paper, to be filled in by hand where the office has nothing yet. */
export interface Slip {
  title: string;
  office: string;
  number: string;
  /** A line of the form: pairs of what it asks for and what is known. */
  rows: ReadonlyArray<ReadonlyArray<readonly [label: string, value: string]>>;
  /** Room for what people write, tall whether or not there is something. */
  boxes: ReadonlyArray<readonly [label: string, value: string]>;
  table?: { head: readonly string[]; rows: ReadonlyArray<readonly string[]> };
  /** SVG; whoever takes the paper scans it. */
  qr: string | null;
}

export const slipHeaders = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } as const;

/** `2026-11-28 17:30` by the wall clock of China; empty for null. */
export const timeOnSlip = (instant: string | Date | null): string => (instant === null ? '' : localTime(new Date(instant), 'Asia/Shanghai'));

const style = new Html(`
@page { size: A4; margin: 15mm }
body { margin: 0; font: 12pt/1.5 "Noto Serif SC", "Source Han Serif SC", SimSun, serif; color: #000 }
header { position: relative; min-height: 36mm } h1 { margin: 0; padding: 6mm 32mm 0; font-size: 22pt; text-align: center; letter-spacing: .2em } header p { margin: 1mm 0; text-align: center }
.qr { position: absolute; top: 0; right: 0; width: 28mm; text-align: center; font-size: 8pt } .qr svg { display: block; margin: 0 auto; width: 26mm; height: 26mm }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-bottom: -1px } th, td { border: 1px solid #000; padding: 1.5mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-wrap }
th { width: 24mm; font-weight: normal; text-align: center; vertical-align: middle } .box td { height: 26mm } .list th { width: auto } .list td { height: 9mm } tr { break-inside: avoid } thead { display: table-header-group }`);

export function slipPage({ title, office, number, rows, boxes, table, qr }: Slip): string {
  const pair = ([label, value]: readonly [string, string]): Html => html`<th>${label}</th><td>${value}</td>`;
  const code = qr === null ? html`` : html`<div class="qr">${new Html(qr)}扫码签收</div>`;
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title} ${number}</title><style>${style}</style></head><body>
<header><h1>${title}</h1><p>${office}　${number}</p>${code}</header>
${rows.map((row) => html`<table><tr>${row.map(pair)}</tr></table>`)}${boxes.map((box) => html`<table class="box"><tr>${pair(box)}</tr></table>`)}
${table ? list(table) : html``}</body></html>
`.text;
}

function list({ head, rows }: NonNullable<Slip['table']>): Html {
  const cells = (row: readonly string[]): Html => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`;
  return html`<table class="list"><thead><tr>${head.map((cell) => html`<th>${cell}</th>`)}</tr></thead><tbody>${rows.map(cells)}</tbody></table>`;
}
