import { describeError } from './describe-error';

describe('an error in the log', () => {
  it('says what and where', () => {
    const text = describeError(
      Object.assign(new TypeError('x is not a function'), { code: 'E1', constraint: 'ledger_pkey' }),
    );
    expect(text).toMatch(/^TypeError \[E1 ledger_pkey\]: x is not a function\n {4}at /);
  });

  it.each([
    ['invalid input syntax for type uuid: "13800138000"', '13800138000'],
    ['Key (phone)=(+86 138-0013-8000) already exists.', '8000'],
    ["value '张三' is wrong", '张三'],
    ['contact 13800138000 unknown', '13800138000'],
    ['cannot parse 厨房漏水', '厨房'],
    ['identity card 110101199003070011 refused', '1990'],
  ])('keeps %j to itself', (message, secret) => {
    expect(describeError(new Error(message))).not.toContain(secret);
  });

  it('shows neither parameters nor the statement of a database error, and keeps its cause', () => {
    const error = Object.assign(new Error('insert failed', { cause: new Error('duplicate key') }), {
      parameters: ['13800138000'],
      query: 'INSERT',
      detail: 'Key (name)=(张三)',
    });
    const text = describeError(error);
    expect(text).not.toMatch(/138|张三|INSERT/);
    expect(text).toContain('caused by Error: duplicate key');
  });

  it('takes what is no error', () => {
    expect(describeError('13800138000')).toBe('thrown string');
    expect(describeError(undefined)).toBe('thrown undefined');
  });

  it('ends, even for an error that is its own cause', () => {
    const error = new Error('x');
    error.cause = error;
    expect(describeError(error).length).toBeLessThan(20_000);
  });
});
