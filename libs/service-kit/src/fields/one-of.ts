import { field, type FieldOptions } from './field';
import { inASentence } from './in-a-sentence';

/** One word of a closed list. */
export function OneOf(values: readonly string[], options: FieldOptions): PropertyDecorator {
  const { label } = options;
  const allowed = new Set<unknown>(values);
  return field(options, {
    structure: 'scalar',
    message: {
      zh: `请选择${label.zh}（可选：${values.join('、')}）`,
      en: `Please choose ${inASentence(label)} (one of ${values.join(', ')})`,
    },
    schema: { type: String, enum: [...values] },
    accepts: (value) => allowed.has(value),
  });
}
