import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { destructionRegisterPath } from '@property-office/archives';
import { throwawayFolder } from '@property-office/testing';
import { registerConcerns, registerFor, registerHere, registerOf, requireRegister } from './destruction-register';
import { backupOf, registerOf as linesOf } from './destruction-register.fixture';

let configuration: { dataDir: string };
let path: string;
beforeEach(() => {
  configuration = { dataDir: throwawayFolder() };
  path = destructionRegisterPath(configuration);
});
afterEach(() => rmSync(configuration.dataDir, { recursive: true }));

const put = (count: number): void => {
  registerOf(configuration).begin();
  for (const line of linesOf(count)) registerOf(configuration).append(line);
};
const backup = backupOf({ destruction_register: 2 });

describe('a backup is restored with the register of what was destroyed (W1.3, W4.4)', () => {
  it.each<[string, () => void, RegExp, number]>([
    ['is not there, also where the backup knows of nothing destroyed', () => undefined, /archives\.log is not there/, 0],
    ['cannot be read', () => mkdirSync(path, { recursive: true }), /archives\.log cannot be read: EISDIR/, 0],
    ['was changed', () => (put(3), writeFileSync(path, readFileSync(path, 'utf8').replace('X-20261128-2', 'X-20261128-9'))), /archives\.log is damaged: line 2 says something else than its hash/, 0],
    ['was cut off while it was copied', () => (put(3), appendFileSync(path, linesOf(4)[3]!.hash)), /archives\.log is cut off in its last line/, 3],
    ['is older than the backup', () => put(1), /archives\.log is older than the backup: it has 1 lines, and backup B knows of 2 destructions/, 1],
  ])('one that %s is refused, and what it is and where it was looked for is said', (_, make, fault, usable) => {
    make();
    const looked = registerFor(configuration, usable === 0 ? backupOf({}) : backup);
    expect(looked.fault).toMatch(fault);
    // What is whole of it is gone by where it is said to be lost.
    expect(looked.lines).toEqual(linesOf(usable));
    expect(() => requireRegister(configuration, backup, false)).toThrow(/^nothing was restored, the destruction register is missing: .*archives\.log.*\n.*2026-11-28T02:30.*\nput the destruction register back first.*\n.*--without-register/);
    expect(() => requireRegister(configuration, backup, true)).not.toThrow();
  });

  it('one that is lost is told before it is needed, while the database can still say what was in it', () => {
    expect(registerConcerns(configuration, 0)).toEqual([expect.stringMatching(/archives\.log is not there\. Restart the archives/)]);
    put(3);
    expect(registerConcerns(configuration, 3)).toEqual([]);
  });

  it('a database that was brought back to before a destruction is told', () => {
    put(3);
    expect(registerConcerns(configuration, 1)).toEqual([expect.stringMatching(/knows of 2 destructions that the database does not.*npm run ops -- destroy-again$/)]);
  });

  it.each([2, 3])('one of %i lines is the right one, and is not said to be lost', (count) => {
    put(count);
    expect(registerFor(configuration, backup)).toEqual({ lines: linesOf(count) });
    expect(() => requireRegister(configuration, backup, false)).not.toThrow();
    expect(() => requireRegister(configuration, backup, true)).toThrow(/archives\.log is here and whole: leave --without-register out/);
  });

  it('an office that never destroyed anything has an empty one', () => {
    put(0);
    expect(registerHere(configuration)).toEqual({ lines: [] });
    expect(() => requireRegister(configuration, backupOf({}), false)).not.toThrow();
  });
});
