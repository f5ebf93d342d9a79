import { saying } from './saying';

const texts = {
  closed: { zh: '报修 {number} 已结案', en: 'Repair {number} is closed' },
  late: { zh: '张贴任务已超时（{place}）：{title}', en: 'A posting task is late ({place}): {title}' },
};

it.each([
  ['已结案', ['closed']],
  ['IS CLOSED', ['closed']],
  ['ｃｌｏｓｅｄ', ['closed']],
  ['超', ['late']],
  ['案', ['closed']],
  ['number', []],
  ['%%', []],
  ['%已结案', []],
])('%s', (q, keys) => {
  expect(saying(texts, q)).toEqual(keys);
});
