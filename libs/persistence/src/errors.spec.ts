import {
  isInfrastructureError,
  isKnockOn,
  isRefusal,
  isUniqueViolation,
  UnknownOutcomeError,
} from './errors';

const answered = (code: string, more: object = {}) =>
  Object.assign(new Error('refused'), { code, severity: 'ERROR', ...more });

describe('infrastructure errors', () => {
  test.each([
    ['the server is told to stop', answered('57P01')],
    ['the server starts up', answered('57P03')],
    ['a statement took too long', answered('57014')],
    ['too many connections', answered('53300')],
    ['the disk is full', answered('53100')],
    ['the disk fails', answered('58030')],
    ['a password was changed', answered('28P01')],
    ['the database is gone', answered('3D000')],
    ['a deadlock', answered('40P01')],
    ['idle in a transaction', answered('25P03')],
    ['nobody listens', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['a name is not found', Object.assign(new Error('dns'), { code: 'EAI_AGAIN' })],
    ['the pool is exhausted', new Error('timeout exceeded when trying to connect')],
    ['the connection broke', new Error('Connection terminated unexpectedly')],
    ['the client was closed', new Error('Client was closed and is not queryable')],
    ['the server does not answer', new Error('Query read timeout')],
    ['COMMIT was not answered', new UnknownOutcomeError('?')],
    ['an error of another realm', { code: 'ECONNRESET', message: 'read ECONNRESET' }],
  ])('%s', (_, error) => expect(isInfrastructureError(error)).toBe(true));
});

describe('errors of the work itself', () => {
  test.each([
    ['a unique violation', answered('23505')],
    ['an undefined table', answered('42P01')],
    ['no privilege', answered('42501')],
    ['an internal error that the data may have caused', answered('XX000')],
    ['a value that is no uuid', answered('22P02')],
    ['a statement after the one that failed', answered('25P02')],
    ['any other error', new Error('no such crew')],
    ['an error with a code of its own', Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' })],
    ['nothing', undefined],
    ['a text', 'Query read timeout'],
  ])('%s', (_, error) => expect(isInfrastructureError(error)).toBe(false));
});

test('a unique violation is narrowed to one constraint', () => {
  const error = answered('23505', { constraint: 'ledger_aggregate_version' });
  expect(isUniqueViolation(error)).toBe(true);
  expect(isUniqueViolation(error, 'ledger_aggregate_version')).toBe(true);
  expect(isUniqueViolation(error, 'other')).toBe(false);
  expect(isUniqueViolation(answered('23503'))).toBe(false);
  expect(isUniqueViolation(null)).toBe(false);
});

test('a refusal leaves the connection usable, in whatever language the server speaks', () => {
  expect(isRefusal(answered('23503', { severity: '错误' }))).toBe(true);
  for (const code of ['57P01', '57014', '08006', '25P03', 'XX000'])
    expect(isRefusal(answered(code))).toBe(false);
  expect(isRefusal(new Error('Connection terminated unexpectedly'))).toBe(false);
  expect(isRefusal(Object.assign(new Error('bind'), { code: 'ERR_X' }))).toBe(false);
});

test('a knock-on says nothing of its own', () => {
  expect(isKnockOn(answered('25P02'))).toBe(true);
  expect(isKnockOn(answered('23505'))).toBe(false);
  expect(isKnockOn(undefined)).toBe(false);
});
