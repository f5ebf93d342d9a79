import { defineErrors } from '@property-office/kernel';

const factories = defineErrors({
  paperCodeWrong: { kind: 'invalid', title: { zh: '材料类别有误', en: 'The kind of paper is named wrongly' } },
  perOwnerWrong: { kind: 'invalid', title: { zh: '换产权人须重新归入填写有误', en: 'When it is wanted anew is wrong' } },
  equipmentOfHome: { kind: 'invalid', title: { zh: '一户一档没有设备类别', en: 'Homes have no kinds of equipment' } },
  paperRetired: {
    kind: 'conflict',
    title: { zh: '这种材料已停用', en: 'The paper is retired already' },
    detail: { zh: '现在可以：恢复。', en: 'Allowed now: put it on the list again.' },
  },
});

const at = (pointer: string, zh: string, en: string) => ({ fields: [{ pointer, message: { zh, en } }] });

/** Of the lists of what belongs into living files. */
export const completenessErrors = {
  ...factories,
  paperCodeWrong: () =>
    factories.paperCodeWrong({}, at('/paper', '应为小写字母、数字和连字符，例如 use-registration；other、repair 另有用途', 'it takes lower case, digits and hyphens, such as use-registration; other and repair mean something else')),
  ofOwnersAlone: () => factories.perOwnerWrong({}, at('/perOwner', '只有一户一档的材料才按产权人归入', 'only papers of homes are wanted anew of each owner')),
  perOwnerStays: () => factories.perOwnerWrong({}, at('/perOwner', '加入清单后不能更改，请另加一种材料', 'it stays as it was when the paper was added: add another paper')),
  ofDevicesAlone: () => factories.equipmentOfHome({}, at('/equipment', '只有一机一档的材料才分设备类别', 'only papers of devices are of kinds of equipment')),
};
