import { field, type FieldOptions } from '@property-office/service-kit';

/** Words of a closed list, each once. */
export function Words(values: readonly string[], options: FieldOptions & { min?: number }): PropertyDecorator {
  const { label, min = 0 } = options;
  return field(options, {
    structure: 'list',
    maxItems: values.length,
    message: {
      zh: `请选择${label.zh}（${min > 0 ? `至少 ${min} 项，` : ''}不能重复；可选：${values.join('、')}）`,
      en: `Please choose the ${label.en} (${min > 0 ? `at least ${min}, ` : ''}each once, of ${values.join(', ')})`,
    },
    schema: { type: [String], enum: [...values], minItems: min, maxItems: values.length, uniqueItems: true },
    accepts: (value) =>
      Array.isArray(value) && value.length >= min && new Set(value).size === value.length && value.every((each) => values.includes(each as string)),
  });
}
