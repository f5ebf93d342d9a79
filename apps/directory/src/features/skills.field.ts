import { skills, type Skill } from '@property-office/contracts';
import { field, type FieldOptions } from '@property-office/service-kit';

/** Trades of a crew: at least one, each once. */
export function Skills(options: Omit<FieldOptions, 'label'> = {}): PropertyDecorator {
  return field(
    { label: { zh: '工种', en: 'skills' }, ...options },
    {
      structure: 'list',
      maxItems: skills.length,
      message: {
        zh: `请选择工种（至少一项，不能重复；可选：${skills.join('、')}）`,
        en: `Please choose the skills (at least one, each once, of ${skills.join(', ')})`,
      },
      schema: { type: [String], enum: [...skills], minItems: 1, maxItems: skills.length, uniqueItems: true },
      accepts: (value) =>
        Array.isArray(value) &&
        value.length > 0 &&
        new Set(value).size === value.length &&
        value.every((each) => skills.includes(each as Skill)),
    },
  );
}
