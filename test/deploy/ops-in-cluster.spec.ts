import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { throwawayFolder } from '@property-office/testing';
import { kubernetes } from './manifests';

let bin: string;
beforeEach(() => void (bin = throwawayFolder()));
afterEach(() => rmSync(bin, { recursive: true }));

/**
 * Instead of a cluster: says what it was asked, each argument on a line; the pod runs at the second look, and has ended at the fourth.
 * @param code of its process; '' where its pod is gone
 * @param job what is asked of the job itself
 */
function cluster(code: number | '', job = ':'): void {
  const phases = `looks=$(cat "$0.looks" 2>/dev/null || echo 0); looks=$((looks + 1)); echo $looks >"$0.looks"`;
  const script = `#!/bin/sh
printf '%s\\n' "$@" -- >>"$0.asked"
case "$*" in
  *'create job'*) echo 'kind: Job' ;;
  *patch* | *'create -f'*) cat ;;
  *'status.phase'*) ${phases}; [ $looks -lt 2 ] || echo Running ;;
  *exitCode*) ${phases}; [ $looks -lt 4 ] || echo ${code} ;;
  *logs*) echo 'what the command says' ;;
  *'get job '*) ${job} ;;
esac
`;
  writeFileSync(join(bin, 'kubectl'), script, { mode: 0o755 });
}

const ops = (...args: string[]) => spawnSync(join(kubernetes, 'ops.sh'), args, { encoding: 'utf8', env: { PATH: `${bin}:${process.env['PATH']}` } });

it('runs a command in the cluster with its arguments as they are, says what it says, and ends as it ends', () => {
  cluster(1);
  const args = ['dead-letters', 'discard', '--fingerprint', 'a1', '--reason', `说 "由人工补做" of O'Brien\\ $HOME`];
  const { status, stdout } = ops(...args);
  expect([status, stdout]).toEqual([1, 'what the command says\n']);
  const asked = readFileSync(join(bin, 'kubectl.asked'), 'utf8').split('\n--\n').map((call) => call.split('\n'));
  const patch = asked.find((call) => call[0] === 'patch')!;
  expect(JSON.parse(patch[patch.indexOf('-p') + 1]!)).toEqual([{ op: 'replace', path: '/spec/template/spec/containers/0/args', value: ['ops', ...args] }]);
  // Of a pipe, whose ends begin in any order.
  const create = asked.find((call) => call[3] === 'job')!;
  expect(create.slice(0, 5)).toEqual(['-n', 'property-office', 'create', 'job', '--from=cronjob/ops']);
  const name = create[5]!;
  expect(name).toMatch(/^ops-\d{8}-\d{6}-\d+$/);
  expect(asked.filter((call) => call[2] === 'logs')).toEqual([['-n', 'property-office', 'logs', '--follow', `job/${name}`]]);
});

it('ends well where the command does, and says how to use it', () => {
  cluster(0);
  expect(ops('status').status).toBe(0);
  expect(ops()).toMatchObject({ status: 2, stderr: expect.stringContaining('ops.sh COMMAND') });
});

it.each([
  ['its time is up', 'echo FailureTarget Failed'],
  ['somebody deleted it', 'exit 1'],
])('waits for no code where %s', (_, job) => {
  cluster('', job);
  expect(ops('verify')).toMatchObject({ status: 2, stderr: expect.stringContaining('did not end by itself') });
});

it('ends as the command did where the job is called failed by that', () => {
  cluster(1, 'echo Failed');
  expect(ops('verify').status).toBe(1);
});
