import { openPlaces, outgoingTemplates, templateOf } from './outgoing-templates';

describe('templates of outgoing documents (W1.2)', () => {
  it('each has a place to fill in, in its title and in its body', () => {
    for (const template of outgoingTemplates) expect([openPlaces(template.title, template).length, openPlaces(template.body, template).length].every((n) => n > 0)).toBe(true);
    expect(templateOf('letter').name.zh).toBe('函');
  });

  it('are filled in when none of their places is left, whatever other brackets there are', () => {
    expect(openPlaces('关于〈事项〉的函', templateOf('letter'))).toEqual(['〈事项〉']);
    expect(openPlaces('关于《物业管理条例》第〈一〉条的函', templateOf('letter'))).toEqual([]);
    expect(openPlaces('关于〈事项〉的函，请于〈日期〉前函复', { title: '函', body: '请于〈日期〉前函复' })).toEqual(['〈日期〉']);
  });
});
