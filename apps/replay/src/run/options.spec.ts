import { readOptions } from './options';

const env = { DEMO_PASSWORD: 'secret one' };

it('takes the office from the environment, and keeps its files where it was called', () => {
  expect(readOptions(['data/a.csv'], { ...env, HOST: '0.0.0.0', PORT: '3211' }, '/there')).toMatchObject({
    file: '/there/data/a.csv',
    url: 'http://localhost:3211',
    speed: undefined,
    limit: Infinity,
    width: 16,
    refusedFile: '/there/a.csv.refused.csv',
    stateFile: '/there/a.csv.replayed.jsonl',
  });
});

it('takes options', () => {
  expect(
    readOptions(
      [
        'a.csv',
        '--url',
        'https://office.example/x',
        '--speed',
        '86400',
        '--limit',
        '3',
        '--refused',
        'b/r.csv',
      ],
      env,
      '/there',
    ),
  ).toMatchObject({
    url: 'https://office.example',
    speed: 86_400,
    limit: 3,
    refusedFile: '/there/b/r.csv',
    stateFile: '/there/b/a.csv.replayed.jsonl',
  });
});

it.each([
  [[]],
  [['a.csv', 'b.csv']],
  [['a.csv', '--speed', '0']],
  [['a.csv', '--limit', '1.5']],
  [['a.csv', '--url', 'office']],
  [['a.csv', '--fast']],
  [['a.csv', '--speed', '1', '--as-fast-as-possible']],
])('%j says how to call it', (args) => {
  expect(() => readOptions(args, env, '/there')).toThrow(expect.objectContaining({ name: 'UsageError' }));
});

it('needs the password', () => {
  expect(() => readOptions(['a.csv'], {}, '/there')).toThrow('DEMO_PASSWORD');
});
