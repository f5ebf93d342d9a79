import { field, type FieldOptions } from './field';
import { inASentence } from './in-a-sentence';

/** Several words of a closed list, each once; an empty list is a list unless `min` says otherwise. */
export function SomeOf(values: readonly string[], options: FieldOptions & { min?: number }): PropertyDecorator {
  const { label, min = 0 } = options;
  const allowed = new Set<unknown>(values);
  return field(options, {
    structure: 'list',
    maxItems: values.length,
    message: {
      zh: `请选择${label.zh}（可选：${values.join('、')}，不能重复）`,
      en: `Please choose ${inASentence(label)} (of ${values.join(', ')}, each once)`,
    },
    schema: {
      type: [String],
      items: { type: 'string', enum: [...values] },
      minItems: min,
      maxItems: values.length,
      uniqueItems: true,
    },
    accepts: (value) =>
      Array.isArray(value) && value.length >= min && value.every((each) => allowed.has(each)) && new Set(value).size === value.length,
  });
}
