/** Most connections to PostgreSQL: of a service's process to its own schema, and of all services in one process together. */
export const connectionBudget = {
  services: {
    tickets: 10,
    dispatch: 6,
    tracking: 6,
    directory: 5,
  } as Readonly<Record<string, number>>,
  otherService: 3,
  /** One connection of each process, whatever it runs. */
  platform: 1,
  allInOne: 60,
};

/** A pool takes what it is given in connectionBudget, so that adding a service cannot exhaust the database unnoticed. */
export function budgetViolations(
  pools: ReadonlyArray<{ service: string; poolSize: number }>,
  budget = connectionBudget,
): string[] {
  const sum = pools.reduce((total, { poolSize }) => total + poolSize, budget.platform);
  return [
    ...pools
      .map((pool) => ({ ...pool, allowed: budget.services[pool.service] ?? budget.otherService }))
      .filter(({ poolSize, allowed }) => poolSize > allowed)
      .map(({ service, poolSize, allowed }) => `${service} takes ${poolSize} connections of ${allowed}`),
    ...(sum > budget.allInOne ? [`all-in-one takes ${sum} connections of ${budget.allInOne}`] : []),
  ];
}
