import { field, type FieldOptions } from './field';
import { atItsBeginning } from './in-a-sentence';

export interface WholeNumberOptions extends FieldOptions {
  min: number;
  max: number;
}

/** A whole number in a body: a JSON number, never a text that looks like one. */
export function WholeNumber(options: WholeNumberOptions): PropertyDecorator {
  return field(options, numberRule(options));
}

/** A whole number in a query string: decimal digits and nothing else. */
export function QueryNumber(options: WholeNumberOptions & { default?: number }): PropertyDecorator {
  const { default: preset } = options;
  const rule = numberRule(options);
  return field(options, {
    ...rule,
    schema: preset === undefined ? rule.schema : { ...rule.schema, default: preset },
    read: (value) => (typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value),
  });
}

function numberRule({ label, min, max }: WholeNumberOptions) {
  return {
    structure: 'scalar' as const,
    message: {
      zh: `${label.zh}应为 ${min} 到 ${max} 之间的整数`,
      en: `${atItsBeginning(label)} must be a whole number from ${min} to ${max}`,
    },
    schema: { type: 'integer' as const, minimum: min, maximum: max },
    accepts: (value: unknown) =>
      Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max,
  };
}
