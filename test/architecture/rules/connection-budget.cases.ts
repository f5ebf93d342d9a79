import { services } from '../../../apps/all-in-one/src/services';
import { budgetViolations, connectionBudget } from './connection-budget';

it('the pools keep to the budget', () => {
  expect(budgetViolations(services.map(({ schema }) => schema))).toEqual([]);
});

it('a pool over its budget', () => {
  expect(
    budgetViolations([
      { service: 'tickets', poolSize: 10 },
      { service: 'archives', poolSize: 4 },
    ]),
  ).toEqual(['archives takes 4 connections of 3']);
  expect(budgetViolations([{ service: 'tickets', poolSize: 11 }])).toEqual([
    'tickets takes 11 connections of 10',
  ]);
});

it('pools that together are over the budget of one process', () => {
  const many = Array.from({ length: 20 }, (_, index) => ({
    service: `s${index}`,
    poolSize: connectionBudget.otherService,
  }));
  expect(budgetViolations(many)).toEqual(['all-in-one takes 61 connections of 60']);
});
