import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { processNames } from '@property-office/contracts';
import { parse } from 'yaml';
import { promtoolPath } from '../../scripts/promtool';
import { beyondViolations } from '../deploy/beyond';
import { chartValues } from '../deploy/chart-values';
import { manifestsIn, podOf, rendered, type Selector } from '../deploy/manifests';
import { podsIn, selects } from '../deploy/reach';
import { exportedSamples, faultsOf, selectedIn } from './promql';

const root = resolve(__dirname, '../..');
const folder = join(root, 'deploy/monitoring');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Alert {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}
interface RuleTest {
  name: string;
  input_series: Array<{ series: string }>;
  alert_rule_test: Array<{ alertname: string; eval_time: string; exp_alerts: object[] }>;
}
interface Panel {
  title: string;
  targets?: Array<{ expr: string }>;
}

const ruleFiles = readdirSync(folder).filter((name) => /^\w+\.yaml$/.test(name));
const alerts = ruleFiles.flatMap((file) => (parse(read(`deploy/monitoring/${file}`)) as { groups: Array<{ rules: Alert[] }> }).groups.flatMap(({ rules }) => rules));
const ruleTests = ruleFiles.flatMap((file) => (parse(read(`deploy/monitoring/${file.replace('.yaml', '.test.yaml')}`)) as { tests: RuleTest[] }).tests);
const tests = ruleTests.flatMap(({ alert_rule_test: each }) => each);
/** An office and its engines at work, and what they measure. */
const atWork = ruleTests.filter(({ name }) => / at work\b/.test(name));
const measuredAtWork = atWork.flatMap(({ input_series: each }) => each.flatMap(({ series }) => selectedIn(series)));
let samples: Awaited<ReturnType<typeof exportedSamples>>;
beforeAll(async () => void (samples = await exportedSamples()));

it('the alerts are those of the office, of its cluster, of its engines and of three of those, each of another name', () => {
  expect(ruleFiles).toEqual(['alerts.yaml', 'cluster.yaml', 'engines.yaml', 'replicas.yaml']);
  expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
});

describe.each(alerts.map((alert) => [alert.alert, alert] as const))('%s', (name, { expr, labels, annotations, for: patience }) => {
  it('asks for what the code exports', () => expect(faultsOf(expr, samples)).toEqual([]));

  it('has a page that says what it means, how to look and what to do, and is found from the runbook', () => {
    expect(annotations.runbook).toBe(`docs/runbook/${name}.md`);
    const page = read(annotations.runbook);
    const sections = page.split(/^## /m);
    expect(sections[0]).toBe(`# ${name}\n\n${annotations.summary}.\n\n`);
    expect(sections.slice(1).map((section) => section.split('\n', 1)[0])).toEqual(['What it means', 'How to look', 'What to do']);
    for (const section of sections.slice(1)) expect(section.trim().split('\n').length).toBeGreaterThan(1);
    expect(read('docs/runbook.md')).toContain(`[${name}](runbook/${name}.md)`);
  });

  it('is made to fire, not at once, and not by an office at work', () => {
    const own = tests.filter(({ alertname }) => alertname === name);
    const said = new Set(own.map(({ eval_time: at, exp_alerts: fired }) => `${at === '0m' ? 'at once' : 'later'} ${fired.length}`));
    expect(said).toEqual(new Set(['at once 0', 'later 1', 'later 0']));
    const idle = atWork.flatMap(({ alert_rule_test: each }) => each).filter(({ alertname }) => alertname === name);
    expect(idle.map(({ exp_alerts: fired }) => fired)).toEqual([[]]);
    // Where nothing is measured nothing fires either.
    expect(selectedIn(expr).filter((metric) => !measuredAtWork.includes(metric))).toEqual([]);
    expect(patience).toMatch(/^\d+[mh]$/);
    expect(['critical', 'warning', 'info']).toContain(labels.severity);
  });
});

it('no page is of an alert that is no more', () => {
  expect(readdirSync(join(root, 'docs/runbook')).sort()).toEqual(alerts.map(({ alert }) => `${alert}.md`).sort());
});

/** Words, as lines may be of any length: a page of print holds some 450. */
const underAPage = (section: string): boolean => section.trim().split(/\s+/).length < 450;

it.each([
  'Nothing flows',
  'The disk is full',
  'NATS lost its store',
  'PostgreSQL failed over',
  'Dead letters grow',
  'A bad deploy must go back',
  'Restore from backup',
  'A key leaked',
  'A year is missing in the calendar',
])('the runbook answers in under a page: %s', (question) => {
  const answer = read('docs/runbook.md').split(/^## /m).find((section) => section.startsWith(`${question}\n`))!;
  expect(answer).toMatch(/^1\. /m);
  expect(underAPage(answer)).toBe(true);
});

it('a page is full of words in however few lines', () => {
  expect([underAPage(`1. ${'word '.repeat(448)}`), underAPage(`1. ${'word '.repeat(449)}`)]).toEqual([true, false]);
});

it('the runbook sends nobody to a section or a page that is not there', () => {
  const runbook = read('docs/runbook.md');
  const headings = [...runbook.matchAll(/^## (.+)$/gm)].map((found) => found[1]);
  for (const { alert } of alerts) {
    for (const [, section] of read(`docs/runbook/${alert}.md`).matchAll(/unbook, \*([^*]+)\*/g)) expect(headings).toContain(section);
  }
  for (const [, page] of runbook.matchAll(/\]\((runbook\/[^)]+)\)/g)) expect(existsSync(join(root, 'docs', page!))).toBe(true);
});

const dashboards = readdirSync(join(folder, 'dashboards'));

it.each(dashboards)('dashboard %s asks for what the code exports', (name) => {
  const { uid, title, panels } = JSON.parse(read(`deploy/monitoring/dashboards/${name}`)) as { uid: string; title: string; panels: Panel[] };
  expect([`${uid}.json`, title !== '']).toEqual([name, true]);
  const queries = panels.flatMap(({ title: panel, targets = [] }) => targets.map(({ expr }) => ({ panel, faults: faultsOf(expr, samples) })));
  expect(queries.length).toBeGreaterThan(5);
  expect(queries.filter(({ faults }) => faults.length > 0)).toEqual([]);
});

it('what is scraped on Kubernetes is scraped under the job that is asked for', () => {
  const manifests = rendered().get('production')!;
  const { jobLabel } = manifests.find(({ kind, metadata }) => kind === 'PodMonitor' && metadata.name === 'property-office')!.spec as { jobLabel: string };
  const jobs = manifests.filter(({ kind }) => kind === 'Deployment').map((each) => podOf(each)!.metadata!.labels![jobLabel]);
  const asked = alerts.flatMap(({ expr }) => [...expr.matchAll(/\bjob="([^"]+)"/g)].map((found) => found[1]));
  expect([new Set(jobs), new Set(asked)]).toEqual([new Set(['property-office']), new Set(['property-office'])]);
});

it('what the exporters of the engines measure is scraped, and let through', () => {
  const manifests = rendered().get('production')!;
  const { selector, podMetricsEndpoints } = manifests.find(({ kind, metadata }) => kind === 'PodMonitor' && metadata.name === 'office-database')!.spec as { selector: object; podMetricsEndpoints: object };
  const { podSelector, ingress } = manifests.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'scraping-the-database')!.spec as { podSelector: object; ingress: Array<{ ports: object }> };
  expect([selector, podSelector]).toEqual([{ matchLabels: { 'cnpg.io/cluster': 'office-database' } }, selector]);
  // The port that the operator gives its exporter, and the name it has there.
  expect([podMetricsEndpoints, ingress[0]!.ports]).toEqual([[{ port: 'metrics', interval: '30s' }], [{ port: 9187 }]]);
  const { promExporter } = chartValues('values.yaml', 'accounts.yaml');
  expect(promExporter).toMatchObject({ enabled: true, podMonitor: { enabled: true } });
});

it('the component that lets one node be watched finds there what it scrapes, and lets in and out no more than in production', () => {
  const scraping = manifestsIn(read('deploy/kubernetes/components/monitoring/monitoring.yaml'));
  const oneNode = [...rendered().get('one-node')!, ...scraping];
  expect(beyondViolations(oneNode, { ingress: 'kube-system', watched: true, objectStore: false, commands: ['backup', 'ops'] })).toEqual([]);
  const selected = scraping.filter(({ kind }) => kind === 'PodMonitor').map(({ spec }) => (spec as { selector: Selector }).selector);
  const pods = [...podsIn(oneNode)];
  expect(selected.map((selector) => pods.filter(([, labels]) => selects(selector, labels)).map(([name]) => name).sort())).toEqual([[...processNames].sort(), ['the database']]);
});

it('the jobs and CronJobs that alerts name are there', () => {
  const manifests = [...rendered().get('production')!, ...rendered().get('production-prepare')!];
  const made = manifests.flatMap(({ kind, metadata: { name } }) => (kind === 'Job' ? [name] : kind === 'CronJob' ? [name, `${name}-29000000`] : []));
  const named = alerts.flatMap(({ expr }) => [...expr.matchAll(/\b(?:job_name|cronjob)=~?"([^"]+)"/g)].map((found) => found[1]!));
  expect(new Set(named)).toEqual(new Set(['backup', 'backup-.+', 'prepare-.+']));
  expect(named.filter((each) => !made.some((name) => new RegExp(`^${each}$`).test(name)))).toEqual([]);
});

it('the nightly backup is missed when it had its day and the longest that its job may take, and not before', () => {
  const { schedule, jobTemplate } = rendered().get('production')!.find(({ kind, metadata }) => kind === 'CronJob' && metadata.name === 'backup')!.spec as { schedule: string; jobTemplate: { spec: { activeDeadlineSeconds: number } } };
  expect(schedule).toMatch(/^\d+ \d+ \* \* \*$/);
  const { expr } = alerts.find(({ alert }) => alert === 'NightlyBackupTooOld')!;
  expect(expr).toContain(`> ${24 + jobTemplate.spec.activeDeadlineSeconds / 3_600} * 3600`);
});

it('notices a metric, a label and a sentence that are wrong', () => {
  expect(faultsOf('sum by (service) (outbox_backlogs)', samples)).toEqual(expect.arrayContaining(['outbox_backlogs is exported by nobody']));
  expect(faultsOf('outbox_backlog{durable="x"}', samples)).toEqual(['outbox_backlog has no label durable']);
  expect(faultsOf('sum by (durable) (outbox_backlog)', samples)).toEqual([expect.stringContaining('durable is a label of nothing')]);
  expect(faultsOf('outbox_backlog >', samples)).toEqual([expect.stringContaining('is no PromQL')]);
  expect(faultsOf('sum by (le) (rate(http_request_seconds_bucket{route="/x"}[5m]))', samples)).toEqual([]);
});

it.each(ruleFiles)('promtool finds the rules of %s good, and every alert to fire', (file) => {
  const promtool = promtoolPath();
  if (promtool === undefined) {
    process.stderr.write('\n!!! promtool is not here: the alerts were read, and NOT made to fire. `npm run promtool` fetches it !!!\n\n');
    return;
  }
  const run = (...args: string[]) => spawnSync(promtool, args, { cwd: folder, encoding: 'utf8' });
  const [checked, tested] = [run('check', 'rules', file), run('test', 'rules', file.replace('.yaml', '.test.yaml'))];
  expect(`${checked.stderr}${tested.stderr}${tested.stdout}`).not.toContain('FAILED');
  expect([checked.status, tested.status]).toEqual([0, 0]);
}, 60_000);
