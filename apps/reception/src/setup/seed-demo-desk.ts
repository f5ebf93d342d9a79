import type { FieldCipher } from '@property-office/access';
import type { Role } from '@property-office/contracts';
import type { Database } from '@property-office/persistence';
import { commandOf, DeskSetup } from './desk-setup';

/** Who and what of directory's demonstration the desk has to do with. */
export interface DemoDesk {
  siteId: string;
  desk: string;
  lead: string;
  clerk: string;
  resident: string;
  homeId: string;
  /** What the copy of roles begins with; the events bring the same. */
  grants: Array<{ id: string; personId: string; role: Role; siteId: string | null; from: Date; until: Date | null }>;
}

const hour = 3_600_000;
const moment = 1_000;

/**
 * A desk at work (DEMO=1): standard answers, one of them improved, one retired, and contacts, enquiries of the portal, phone notes and visitors in each of their states, one note late.
 * @returns false where the desk has been used before
 */
export async function seedDemoDesk({ database, fieldCipher }: { database: Database; fieldCipher: FieldCipher }, people: DemoDesk): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.query('LOCK TABLE contact IN SHARE ROW EXCLUSIVE MODE');
    if ((await tx.query('SELECT 1 FROM contact LIMIT 1')).length > 0) return false;
    for (const { id, personId, role, siteId, from, until } of people.grants)
      tx.send(
        'INSERT INTO office_role (id, person_id, role, site_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
        [id, personId, role, siteId, from, until],
      );
    const { siteId, desk, lead, clerk, resident, homeId } = people;
    const setup = await DeskSetup.in(tx, database, fieldCipher);
    const agent = commandOf('reception.recordContact', desk, 'desk', siteId);
    const byLead = commandOf('reception.acceptContact', lead, 'desk-lead', siteId);
    const byClerk = commandOf('reception.acknowledgePhoneNote', clerk, 'clerk', siteId);
    const caller = { personId: resident, homeId };

    const hoursTitle = { zh: '装修时间', en: 'Renovation hours' };
    const hours = setup.answers.execute(tx, agent, {
      siteId,
      title: hoursTitle,
      text: { zh: '工作日 8:00—12:00、14:00—18:00 可以装修，周末和节假日请勿施工。', en: 'On workdays 8–12 and 14–18; not on weekends and public holidays.' },
    });
    setup.answers.execute(tx, agent, {
      siteId,
      title: { zh: '门禁卡补办', en: 'A new access card' },
      text: { zh: '请业主本人到物业服务中心办理，当天可取。', en: 'Owners get one at the property office on the same day.' },
    });

    const improved = { text: { zh: '工作日 8:00—12:00、14:00—18:00 可以装修，周末和节假日请勿施工；电钻、敲墙请避开 8:30 以前。', en: 'On workdays 8–12 and 14–18; not on weekends and public holidays; no drills before 8:30.' } };
    await setup.improve.execute(tx, { ...agent, ifMatch: '*' }, hours.id, { title: hoursTitle, ...improved });
    const old = setup.answers.execute(tx, agent, {
      siteId,
      title: { zh: '快递代收', en: 'Parcels' },
      text: { zh: '客服中心代收快递，请当天取走。', en: 'The office takes parcels in; please fetch them on the same day.' },
    });
    await setup.retire.execute(tx, commandOf('reception.retireStandardAnswer', lead, 'desk-lead', siteId), old.id, {});

    await setup.contact(agent, siteId, '楼道灯坏了两天了，什么时候修？', caller);
    const offered = await setup.contact(agent, siteId, '想查一下去年的装修押金收据', caller);
    await setup.offer.execute(tx, agent, offered, { toPersonId: clerk, note: '请查档案后回电' });
    const heated = await setup.contact(agent, siteId, '电梯又停了，你们到底管不管！', { name: '周先生', phone: '12000009901' });
    await setup.callLead.execute(tx, agent, heated, {});
    await setup.accept.execute(tx, byLead, heated, {});
    const answered = await setup.contact(agent, siteId, '周末可以装修吗？', { name: '郑女士', phone: '12000009902' });
    await setup.answer.execute(tx, agent, answered, { standardAnswer: { id: hours.id, version: hours.textVersion } });
    const back = await setup.contact(agent, siteId, '前年交的装修押金还没退', caller);
    await setup.offer.execute(tx, agent, back, { toPersonId: clerk });
    await setup.giveBack.execute(tx, commandOf('reception.returnContact', clerk, 'clerk', siteId), back, { reason: '押金收据在财务，请问公司' });
    const guided = await setup.contact(agent, siteId, '煤气表走得太快', caller);
    await setup.guide.execute(tx, agent, guided, { whereTo: '燃气公司客服热线', callerTold: true });

    const from = tx.now;
    const until = new Date(from.getTime() + 8 * hour);
    const mended = await setup.contact(agent, siteId, '阳台推拉门的滑轮掉了', caller);
    const repair = { category: 'other', urgent: false, preferredFrom: null, preferredTo: null };
    await setup.convert(agent, mended, { to: 'repair-request' }, { location: { kind: 'home', id: homeId }, repair });
    const complained = await setup.contact(agent, siteId, '广场舞音乐到晚上十点还在放', { name: '冯女士', phone: '12000009904' });
    await setup.convert(agent, complained, { to: 'complaint', complaint: { category: 'noise' } });
    const suggested = await setup.contact(agent, siteId, '北门加一个快递架吧', { name: '蒋先生', phone: '12000009905' });
    await setup.convert(agent, suggested, { to: 'suggestion' });
    const announced = await setup.contact(agent, siteId, '明天我母亲来住几天，请登记', { ...caller, name: '沈女士' });
    await setup.convert(agent, announced, { to: 'visitor', visitor: { kind: 'resident-guest', hostId: resident, from, until } });

    // Each as whoever wrote it sees it: waiting for the desk, in hand, answered, guided elsewhere, passed on.
    const writer = commandOf('reception.writeEnquiry', resident, 'resident', siteId, [homeId]);
    const taken = commandOf('reception.acceptContact', desk, 'desk', siteId);
    const written = (words: string): Promise<string> => setup.enquiry(writer, siteId, homeId, words);
    const takenUp = async (words: string): Promise<string> => (await setup.accept.execute(tx, taken, await written(words), {})).id;
    await written('地下车库的月卡在哪里办？');
    await takenUp('楼下的快递柜什么时候恢复？');
    await setup.answer.execute(tx, agent, await takenUp('水费可以网上交吗？'), { answer: '可以，在自来水公司公众号里按户号缴纳。' });
    await setup.guide.execute(tx, agent, await takenUp('居住证在哪里办？'), { whereTo: '街道政务服务中心', callerTold: true });
    await setup.convert(agent, await takenUp('表姐今天下午过来，请登记'), { to: 'visitor', visitor: { kind: 'resident-guest', hostId: resident, name: '秦女士', from, until } });

    await setup.phoneNote(agent, siteId, lead, { caller: { name: '吴经理', phone: '12000009906' }, message: '供应商请回电，约下周保养时间' });
    // Late as soon as the office opens: its clock goes through the levels, and whoever is told has an escalation to answer.
    const late = { urgent: true, happenedAt: new Date(from.getTime() - 12 * hour), lateReason: '前台交接时补录' };
    await setup.phoneNote(agent, siteId, lead, { caller: { phone: '12000009907' }, message: '电梯维保单位：今晚要停梯检修，请尽快回电', ...late });
    await setup.acknowledge.execute(tx, byClerk, await setup.phoneNote(agent, siteId, clerk, { caller: { name: '刘处长' }, message: '档案馆来电，请回复' }), {});
    await setup.returnNote.execute(tx, byClerk, await setup.phoneNote(agent, siteId, clerk, { caller: { anonymous: true }, message: '问绿化招标的事，不愿留姓名' }), { reason: '这件事由工程部负责' });

    const visit = { siteId, kind: 'resident-guest' as const, hostId: resident, homeId, purpose: '走亲戚', from, until };
    const host = commandOf('reception.confirmVisitor', resident, 'resident', siteId, [homeId]);
    await setup.visitor(agent, { ...visit, name: '何先生' });
    const expected = await setup.visitor(agent, { ...visit, name: '高女士', phone: '12000009903' });
    await setup.confirm.execute(tx, host, expected, {});
    const inside = await setup.visitor(host, { ...visit, name: '罗先生' });
    await setup.admit.execute(tx, agent, inside, {});
    const left = await setup.visitor(host, { ...visit, name: '林女士' });
    await setup.admit.execute(tx, agent, left, {});
    await setup.seeOut.execute(tx, agent, left, {});
    await setup.decline.execute(tx, host, await setup.visitor(agent, { ...visit, name: '邓先生', purpose: '推销' }), {});
    await setup.cancel.execute(tx, host, await setup.visitor(host, { ...visit, name: '许女士' }), {});
    // Over in a moment: their timers find one who did not come, and one of the office who stays.
    const over = { ...visit, from: new Date(from.getTime() - 2 * hour), until: new Date(from.getTime() + moment) };
    await setup.visitor(host, { ...over, name: '曹先生' });
    const stays = await setup.visitor(byLead, { siteId, kind: 'office-guest', hostId: lead, name: '彭先生', purpose: '洽谈保养合同', from: over.from, until: over.until });
    await setup.admit.execute(tx, agent, stays, {});
    return true;
  });
}
