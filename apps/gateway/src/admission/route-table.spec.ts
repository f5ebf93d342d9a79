import type { OpenAPIObject } from '@nestjs/swagger';
import { RouteTable } from './route-table';

const json = { content: { 'application/json': {} } };
const table = new RouteTable({
  openapi: '3.1.0',
  info: { title: 'spec', version: '1' },
  paths: {
    '/api/repair-requests': {
      get: { 'x-owner': 'tickets', responses: { 200: json } },
      post: { 'x-owner': 'tickets', requestBody: json, responses: {} },
    },
    '/api/repair-requests/{id}': { get: { 'x-owner': 'tickets', responses: {} } },
    '/api/repair-requests/{id}/timeline': { get: { 'x-owner': 'tracking', responses: {} } },
    '/api/sessions': { post: { 'x-owner': 'directory', security: [], responses: {} } },
    '/api/sessions/current': {
      get: { 'x-owner': 'directory', security: [{ bearer: [] }], responses: {} },
      delete: { 'x-owner': 'directory', responses: {} },
    },
    '/api/sessions/{id}': { delete: { 'x-owner': 'directory', responses: {} } },
    '/api/attachments': {
      post: { 'x-owner': 'files', 'x-body-limit': 26 * 1024 * 1024, requestBody: { content: { 'multipart/form-data': {} } }, responses: {} },
    },
    '/api/stream': {
      get: { 'x-owner': 'tracking', responses: { 200: { content: { 'text/event-stream': {} } } } },
    },
  },
} as unknown as OpenAPIObject);

test('a full template decides on the owner, whatever the router calls the parameters', () => {
  expect(table.find('GET', '/api/repair-requests/:id')?.owner).toBe('tickets');
  expect(table.find('GET', '/api/repair-requests/:requestId/timeline')?.owner).toBe('tracking');
  expect(table.find('GET', '/api/repair-requests/:id/timeline/more')).toBeUndefined();
  expect(table.find('DELETE', '/api/repair-requests/:id')).toBeUndefined();
});

test('HEAD is the GET of the same path, and nothing where there is none', () => {
  expect(table.find('HEAD', '/api/repair-requests')?.method).toBe('GET');
  expect(table.find('HEAD', '/api/sessions')).toBeUndefined();
});

test('only an empty list of security schemes makes a route public', () => {
  expect(table.routes.filter((route) => route.public).map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST /api/sessions',
  ]);
});

test('a route may say that its bodies are larger, streams stay open', () => {
  expect(table.find('POST', '/api/attachments')?.bodyLimit).toBe(26 * 1024 * 1024);
  expect(table.find('POST', '/api/repair-requests')?.bodyLimit).toBe(1024 * 1024);
  expect(table.routes.filter((route) => route.streams).map(({ url }) => url)).toEqual(['/api/stream']);
});

test.each([
  ['/api/repair-requests', ['GET', 'HEAD', 'POST']],
  ['/api/repair-requests/17', ['GET', 'HEAD']],
  ['/api/sessions/current', ['GET', 'HEAD', 'DELETE']],
  ['/api/sessions/17', ['DELETE']],
  ['/api/repair-requests/', []],
  ['/api/nothing', []],
])('the methods of %s are %p', (path, methods) => expect(table.methodsOf(path)).toEqual(methods));

test('an operation nobody owns stops the start', () => {
  const document = { paths: { '/api/x': { get: { responses: {} } } } } as unknown as OpenAPIObject;
  expect(() => new RouteTable(document)).toThrow('GET /api/x has no x-owner');
});
