import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { isolationExceptions, isolationViolations } from './nest-isolation';

it('nothing of one service reaches another in the same process', () => {
  expect(unexcused(isolationViolations(checkout()), isolationExceptions)).toEqual([]);
});

const path = 'apps/a/src/a.module.ts';

it.each([
  ['@Global() @Module({}) export class A {}', 'a @Global() module reaches every service'],
  ['const dynamic = { module: A, global: true };', 'a global module reaches every service'],
  [
    'const guard = { provide: APP_GUARD, useClass: G };',
    'APP_GUARD reaches every service, and runs once for each',
  ],
  ['const imports = [TypeOrmModule.forRoot()];', 'TypeOrmModule is a default connection'],
  ['const rows = getRepository(A).find();', 'getRepository is a default connection'],
  ['const source = new DataSource({});', 'a data source beside Database'],
])('%s', (text, message) => {
  expect(unexcused(isolationViolations(filesOf({ [path]: text })))).toEqual([`${path}:1 ${message}`]);
});

it('a plain module is fine', () => {
  const text = `import { type DataSource } from 'typeorm';\n@Module({ providers: [{ provide: TOKEN, useClass: G }] }) export class A {}\ntx.manager.getRepository(A);`;
  expect(isolationViolations(filesOf({ [path]: text }))).toEqual([]);
});
