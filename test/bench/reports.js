'use strict';
const { randomUUID } = require('node:crypto');

/**
 * Posts repair requests at a steady rate, whatever the answers take (an open loop), until `enough` says so of the number
 * that are accepted and the seconds that have gone by.
 * @returns when each was answered, by id, in milliseconds of the machine's clock; one whose connection broke is left out
 */
exports.postReports = async function postReports({ url, token, homeId, perSecond, enough, mayBreak = false }) {
  const answeredAt = new Map();
  const running = [];
  let failure;
  const began = performance.now();
  for (let i = 0; (mayBreak || !failure) && !enough(answeredAt.size, (performance.now() - began) / 1000); i += 1) {
    const wait = began + (i * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    const posted = report(url, token, homeId).then(({ id, at }) => answeredAt.set(id, at));
    running.push(posted.catch((error) => void (failure ??= error)));
  }
  await Promise.all(running);
  if (failure && !mayBreak) throw failure;
  return answeredAt;
};

/** @returns its id, and when it was accepted, in milliseconds of the machine's clock @throws when it was not */
exports.report = report;
async function report(url, token, homeId) {
  const answer = await fetch(`${url}/api/repair-requests`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ category: 'water-leak', description: '厨房水管漏水', location: { homeId } }),
  });
  const at = performance.timeOrigin + performance.now();
  if (answer.status !== 201) throw new Error(`a request was answered with ${answer.status}`);
  return { id: (await answer.json()).id, at };
}

/** For each of those that has a timeline, a work order and a follow-up: the three transactions that wrote them. */
exports.effectsOf = `
  SELECT r.id, w.xmin AS work_order, t.xmin AS timeline, f.xmin AS follow_up
  FROM unnest($1::uuid[]) AS r (id)
  JOIN dispatch.ledger w ON w.type = 'dispatch.work-order-created.v1' AND w.data ->> 'repairRequestId' = r.id::text
  JOIN tracking.timeline t ON t.repair_request_id = r.id
  JOIN followups.ledger f ON f.type = 'followups.follow-up-planned.v1' AND f.data ->> 'repairRequestId' = r.id::text`;
