import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { plainEnvironment, root } from '../support/built';
import { exchange } from '../support/http';
import { NpmStart } from '../support/npm-start';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/```(?:ba)?sh\n([^]*?)```/g)].map(([, text]) => text!);
const [, demonstration] = /with `([^`]*npm start)` running/.exec(readme) ?? [];
const walk = blocks.find((text) => text.includes('curl'))!;
const startMs = 240_000;
/** What happened, in this order; what other services said meanwhile may stand between. */
const steps = ['已报修', '已生成派工单', '已指派', '维修工已接单', '维修工已到场', '已完工：更换水管接头', '等待回访', '回访结果：满意', '已结案'];

/** Runs shell text as somebody pastes it; stops at the first command that fails. */
function bash(text: string, env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('bash', ['-e', '-c', text], { cwd: root, env: { ...plainEnvironment(), ...env }, timeout: 80_000 }, (error, out, errors) =>
      error ? reject(new Error(`${error.message}\n${out}\n${errors}`)) : resolve(out),
    );
  });
}

describe('the README', () => {
  let office: NpmStart;

  beforeAll(async () => {
    office = await NpmStart.of(demonstration!);
    await office.start();
  }, startMs);
  afterAll(() => office?.end(), startMs);

  it('leads from a report to the closed request with every step in order, by curl as it stands there', async () => {
    const lines = (await bash(walk, { OFFICE: office.url })).trimEnd().split('\n');
    const closed = lines.lastIndexOf('closed');
    expect(closed).toBeGreaterThan(0);
    const timeline = lines.slice(closed + 1).map((line) => /^(\S+Z) (.+)$/.exec(line)!);
    const times = timeline.map(([, happenedAt]) => happenedAt);
    expect(times).toEqual(times.toSorted());
    const found = steps.map((step) => timeline.findIndex(([, , summary]) => summary!.includes(step)));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((one, other) => one - other));
    expect(found.at(-1)).toBe(timeline.length - 1);
  });
});

describe('npm start on an empty database (README, Two commands)', () => {
  let office: NpmStart;
  const firstAccount = (): [string[], string[]] => [office.said('first accounts'), office.said('said only now')];
  const signIn = (password: string) =>
    exchange<{ principal: { roles: Array<{ role: string }> } }>(office.url, { method: 'POST', path: '/api/sessions', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login: 'operator', password }) });

  beforeAll(async () => {
    const [, plain] = /^(npm start)\b/.exec(blocks[0]!) ?? [];
    office = await NpmStart.of(plain!);
  }, startMs);
  afterAll(() => office?.end(), startMs);

  it('says that its port is taken before it prints a password nobody could use', async () => {
    const other = createServer().listen(Number(new URL(office.url).port), '127.0.0.1');
    const started = office.start();
    await expect(started.finally(() => other.close())).rejects.toThrow(/cannot start: port \d+ is taken by another program: [^\n]* PORT"/);
    expect(firstAccount()).toEqual([[], []]);
  }, startMs);

  it('prints the password of one operator once, and nothing of a demonstration; a second start prints none', async () => {
    await office.start();
    const [accounts, passwords] = firstAccount();
    expect(accounts).toEqual([expect.stringMatching(/first accounts: operator\b(?!,)/)]);
    expect(passwords).toHaveLength(1);
    const [, password] = /said only now: ([\w-]+)/.exec(passwords[0]!)!;
    expect(await signIn(password!)).toMatchObject({ status: 201 });
    expect(await office.interrupt()).toBe(0);
    await office.start();
    expect(firstAccount()).toEqual([[], []]);
    expect(office.said(password!)).toEqual([]);
    expect(await signIn(password!)).toMatchObject({ status: 201 });
  }, startMs);
});
