import { continueTrace, traceIdOf } from './trace-context';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const shape = /^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/;

describe('trace context', () => {
  it('continues a valid trace with a step of its own', () => {
    const continued = continueTrace(`00-${traceId}-b7ad6b7169203331-01`);
    expect(continued).toMatch(shape);
    expect(traceIdOf(continued)).toBe(traceId);
    expect(continued).not.toContain('b7ad6b7169203331');
    expect(continued.endsWith('-01')).toBe(true);
  });

  it('keeps the decision not to sample', () => {
    expect(continueTrace(`00-${traceId}-b7ad6b7169203331-00`).endsWith('-00')).toBe(true);
  });

  it('understands a later version', () => {
    expect(traceIdOf(continueTrace(`cc-${traceId}-b7ad6b7169203331-01-what-comes`))).toBe(traceId);
  });

  it.each([
    undefined,
    '',
    'x',
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `00-${traceId.toUpperCase()}-b7ad6b7169203331-01`,
    `ff-${traceId}-b7ad6b7169203331-01`,
    `00-${traceId}-b7ad6b7169203331`,
    [`00-${traceId}-b7ad6b7169203331-01`, 'x'],
  ])('begins a trace of its own for %j', (incoming) => {
    const begun = continueTrace(incoming);
    expect(begun).toMatch(shape);
    expect(traceIdOf(begun)).not.toBe(traceId);
  });
});
