import { nameOf, podOf, type Manifest, type Selector } from './manifests';
import { selects, type Labels } from './reach';
import { when } from './when';

interface DeploymentSpec {
  selector: Selector;
  strategy?: { type?: string; rollingUpdate?: { maxUnavailable?: number | string; maxSurge?: number | string } };
}

interface BudgetSpec {
  selector: Selector;
  maxUnavailable?: number | string;
  minAvailable?: number | string;
}

/** What of how its deployments are spread, protected and replaced would take a service away, or keep a node from being emptied. */
export function availabilityViolations(manifests: readonly Manifest[]): string[] {
  const deployments = manifests.filter(({ kind }) => kind === 'Deployment');
  const budgets = manifests.filter(({ kind }) => kind === 'PodDisruptionBudget').map(({ spec }) => spec as unknown as BudgetSpec);
  return deployments.flatMap((deployment) => {
    const others = deployments.filter((each) => each !== deployment);
    return faultsOf(deployment, others, budgets).map((fault) => `${nameOf(deployment)}: ${fault}`);
  });
}

function faultsOf(deployment: Manifest, others: readonly Manifest[], budgets: readonly BudgetSpec[]): string[] {
  const { selector, strategy } = deployment.spec as unknown as DeploymentSpec;
  const labels = labelsOf(deployment);
  const takesOthers = (each: Selector): boolean => others.some((other) => selects(each, labelsOf(other)));
  const mine = budgets.filter((budget) => selects(budget.selector, labels));
  const { maxUnavailable, maxSurge } = strategy?.rollingUpdate ?? {};
  return [
    ...when(!selects(selector, labels), 'does not find its own pods'),
    ...when(takesOthers(selector), 'takes pods of others for its own'),
    ...when(mine.length !== 1, `is protected by ${mine.length} budgets`),
    ...mine.flatMap((budget) => [
      ...when(takesOthers(budget.selector), 'shares its budget with others'),
      // None would keep a node from being emptied for ever; more would leave a request without a replica.
      ...when(budget.maxUnavailable !== 1 || budget.minAvailable !== undefined, `may lose ${String(budget.maxUnavailable ?? `all but ${budget.minAvailable}`)} of its replicas at once, not 1`),
    ]),
    ...when(strategy?.type !== 'RollingUpdate' || maxUnavailable !== 0 || !(Number(maxSurge) >= 1), 'is taken away before its successor is ready'),
    ...(podOf(deployment)!.spec.topologySpreadConstraints ?? []).flatMap(({ topologyKey, maxSkew, labelSelector = {}, matchLabelKeys = [] }) => [
      ...when(maxSkew !== 1, `may have ${maxSkew} more in one ${topologyKey} than in another`),
      ...when(!selects(labelSelector, labels) || isEmpty(labelSelector), `is not what is spread over ${topologyKey}`),
      ...when(takesOthers(labelSelector) && !matchLabelKeys.includes('app.kubernetes.io/name'), `counts pods of others when it is spread over ${topologyKey}`),
      ...when(!matchLabelKeys.includes('pod-template-hash'), `counts pods of the version before when it is spread over ${topologyKey}`),
    ]),
  ];
}

const labelsOf = (deployment: Manifest): Labels => podOf(deployment)!.metadata?.labels ?? {};

/** A selector that says nothing counts no pods. */
const isEmpty = ({ matchLabels = {}, matchExpressions = [] }: Selector): boolean => Object.keys(matchLabels).length + matchExpressions.length === 0;
