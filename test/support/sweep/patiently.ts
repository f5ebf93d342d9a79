import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Problem } from '../http';

/** Waits for as long as the door says where this comes too fast. Whoever is refused by a rule of a service is not waited for. */
export async function patiently(send: () => Promise<Answer<Problem>>): Promise<Answer<Problem>> {
  for (;;) {
    const answer = await send();
    if (answer.status !== 429 || answer.body.code !== 'too-many-requests') return answer;
    await sleep(Number(answer.headers['retry-after']) * 1000);
  }
}
