import { complaintSigns } from '@property-office/contracts';
import { field } from '@property-office/service-kit';

const known = new Set<unknown>(complaintSigns);

/** Some of the signs, each once; complaints decides what follows from them. */
export function Signs(): PropertyDecorator {
  return field(
    { label: { zh: '重大情形', en: 'signs of a major case' }, optional: true },
    {
      structure: 'list',
      maxItems: complaintSigns.length,
      message: {
        zh: `请选择重大情形（可选：${complaintSigns.join('、')}，不能重复）`,
        en: `Please choose the signs of a major case (of ${complaintSigns.join(', ')}, each once)`,
      },
      schema: { type: [String], items: { type: 'string', enum: [...complaintSigns] }, maxItems: complaintSigns.length, uniqueItems: true },
      accepts: (value) => Array.isArray(value) && value.every((each) => known.has(each)) && new Set(value).size === value.length,
    },
  );
}
