import {
  ForbiddenException,
  HttpException,
  MethodNotAllowedException,
  NotFoundException,
  ServiceUnavailableException,
} from '@nestjs/common';
import { defineErrors, type ErrorKind } from '@property-office/kernel';
import { UnknownOutcomeError } from '@property-office/persistence';
import { errorCodes } from 'fastify';
import { problemOf, statusOfKind } from './problem';
import { refusalOf } from './refusal';

const answerTo = (error: unknown): [number, string] | undefined => {
  const refusal = refusalOf(error);
  return refusal && [refusal.status ?? statusOfKind[refusal.error.spec.kind], refusal.error.code];
};
const databaseError = (code: string): Error => Object.assign(new Error('x'), { code, severity: 'ERROR' });

describe('what an error is answered with', () => {
  it.each(Object.entries(statusOfKind))('a refusal of kind %s: %d', (kind, status) => {
    const { myOwn } = defineErrors({ myOwn: { kind: kind as ErrorKind, title: { zh: '题', en: 'title' } } });
    expect(answerTo(myOwn())).toEqual([status, 'my-own']);
  });

  it.each<[string, unknown, [number, string]]>([
    ['Nest, not found', new NotFoundException('Cannot GET /x'), [404, 'not-found']],
    ['Nest, forbidden', new ForbiddenException(), [403, 'not-allowed']],
    ['Nest, method', new MethodNotAllowedException(), [405, 'method-not-allowed']],
    ['Nest, any other 4xx', new HttpException('teapot', 418), [418, 'malformed-request']],
    ['Nest, throttled', new HttpException('slow down', 429), [429, 'too-many-requests']],
    ['Nest, unavailable', new ServiceUnavailableException(), [503, 'unavailable']],
    ['Fastify', new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE(), [413, 'too-large']],
    [
      'Fastify inside Nest',
      new HttpException('x', 400, { cause: new errorCodes.FST_ERR_CTP_EMPTY_JSON_BODY() }),
      [400, 'invalid-json'],
    ],
    ['a refused connection', databaseError('ECONNREFUSED'), [503, 'unavailable']],
    ['too many connections', databaseError('53300'), [503, 'unavailable']],
    ['the server stopping', databaseError('57P01'), [503, 'unavailable']],
    ['a deadlock', databaseError('40P01'), [503, 'unavailable']],
    ['no free connection', new Error('timeout exceeded when trying to connect'), [503, 'unavailable']],
    [
      'an outage inside TypeORM',
      Object.assign(new Error('x'), { driverError: databaseError('08006') }),
      [503, 'unavailable'],
    ],
    ['a COMMIT that broke', new UnknownOutcomeError('Connection terminated'), [503, 'unknown-outcome']],
    ['a text PostgreSQL cannot store', databaseError('22021'), [400, 'invalid-characters']],
  ])('%s', (_what, error, answer) => {
    expect(answerTo(error)).toEqual(answer);
  });

  it.each([
    new TypeError('x is undefined'),
    databaseError('42P01'),
    databaseError('23505'),
    new HttpException('x', 500),
    new errorCodes.FST_ERR_REP_INVALID_PAYLOAD_TYPE(),
    { statusCode: 404 },
    'a text',
    undefined,
    null,
  ])('a fault is not a refusal (%#)', (error) => {
    expect(answerTo(error)).toBeUndefined();
  });
});

it('tells the language asked for, with parameters and fields', () => {
  const { notYours } = defineErrors({
    notYours: {
      kind: 'conflict',
      title: { zh: '状态为{state}', en: 'It is {state}' },
      detail: { zh: '可以：{moves}', en: 'You may: {moves}' },
    },
  });
  const error = notYours(
    { state: { zh: '已完成', en: 'finished' }, moves: 'x' },
    { fields: [{ pointer: '/a', message: { zh: '错', en: 'wrong' } }] },
  );
  expect(problemOf(error, { language: 'zh', instance: '/api/x', requestId: 'r' })).toEqual({
    type: '/problems/not-yours',
    title: '状态为已完成',
    status: 409,
    detail: '可以：x',
    instance: '/api/x',
    code: 'not-yours',
    errors: [{ pointer: '/a', message: '错' }],
    requestId: 'r',
  });
  expect(problemOf(error, { language: 'en' })).toMatchObject({
    title: 'It is finished',
    detail: 'You may: x',
  });
});

it('says something beyond the title where the refusal has no more words of its own', () => {
  const { tooLate } = defineErrors({ tooLate: { kind: 'conflict', title: { zh: '太晚了', en: 'Too late' } } });
  expect(problemOf(tooLate(), { language: 'zh' }).detail).toBe('请刷新后查看最新情况。');
  expect(problemOf(tooLate(), { language: 'en' }).detail).toBe('Reload it and look at how things stand now.');
});
