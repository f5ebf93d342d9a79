import { field, type FieldOptions } from './field';

/** Yes or no in a body: JSON `true` or `false`. */
export function Flag(options: FieldOptions): PropertyDecorator {
  return field(options, flagRule(options));
}

/** Yes or no in a query string: `true` or `false`. */
export function QueryFlag(options: FieldOptions): PropertyDecorator {
  return field(options, {
    ...flagRule(options),
    read: (value) => (value === 'true' ? true : value === 'false' ? false : value),
  });
}

function flagRule({ label }: FieldOptions) {
  return {
    structure: 'scalar' as const,
    message: {
      zh: `${label.zh}只能是“是”（true）或“否”（false）`,
      en: `"${label.en}" must be true or false`,
    },
    schema: { type: Boolean },
    accepts: (value: unknown) => typeof value === 'boolean',
  };
}
