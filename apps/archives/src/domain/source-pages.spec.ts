import { pagesNote } from './source-pages';

it.each([
  [13, 13, null],
  [13, null, null],
  [null, 13, null],
  [131, 13, '页数：来源填报 131 页，按文件计 13 页。'],
])('%j pages, %j counted: %j', (pages, counted, note) => {
  expect(pagesNote(pages, counted)).toBe(note);
});
