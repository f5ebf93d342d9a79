import { progressLine } from './progress-line';

let said: string[];
const { isTTY } = process.stderr;
beforeEach(() => {
  said = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  jest.restoreAllMocks();
  process.stderr.isTTY = isTTY;
});

const threeTables = (): void => {
  const progress = progressLine();
  for (const done of [1, 2, 3]) progress({ done, of: 3, what: 'tables' });
};

it('shows on a screen how far it is, on one line that ends with it', () => {
  process.stderr.isTTY = true;
  threeTables();
  expect(said).toEqual(['\rtables          1 of 3', '\rtables          2 of 3', '\rtables          3 of 3\n']);
});

it('says in a log when a part is done', () => {
  process.stderr.isTTY = false;
  threeTables();
  expect(said).toEqual(['tables          3 of 3\n']);
});
