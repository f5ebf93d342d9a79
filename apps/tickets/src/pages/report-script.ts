/** Its own address: the pages of this origin run no script that stands in them (Content-Security-Policy). */
export const reportScriptPath = '/report/form.js';

/**
 * Sends the form of `reportPage`. The button works once this has been read, and again after a refusal, whose words are shown as they
 * are. Its key is made anew with every change, so that what is pressed twice is one report, and what was added is none that was
 * answered before. A visit that is nearly over is begun anew, with its photos.
 */
export const reportScript = `'use strict';
const form = document.getElementById('report');
const [button, told, photos] = [form.querySelector('button'), document.getElementById('told'), document.getElementById('photos')];
const field = (id) => document.getElementById(id).value.trim();
const sent = new Map();
const renewMs = 30 * 60_000;
let begun = document.timeline.currentTime;
let key = newKey();

// Without https there is no randomUUID.
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function renew() {
  const answer = await fetch('/api/place-codes/' + form.dataset.code).catch(() => null);
  if (!answer || !answer.ok) return;
  form.dataset.visit = (await answer.json()).visit;
  sent.clear();
  begun = document.timeline.currentTime;
}

async function ask(path, options) {
  const answer = await fetch(path, { method: 'POST', ...options }).catch(() => null);
  if (!answer) throw new Error('没有网络，内容还在，请稍后再按一次提交。 No connection: nothing is lost, please send it again.');
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  const errors = (body.errors || []).map(({ message }) => message);
  throw new Error([body.title, ...(errors.length ? errors : [body.detail])].filter(Boolean).join('：') || '暂时无法提交，请稍后再试。 Please try again later.');
}

async function photoId(file) {
  if (!sent.has(file)) {
    const data = new FormData();
    data.append('file', file);
    sent.set(file, (await ask('/api/visitor-photos?visit=' + encodeURIComponent(form.dataset.visit), { body: data })).id);
  }
  return sent.get(file);
}

async function send() {
  if (document.timeline.currentTime - begun > renewMs) await renew();
  const files = [...photos.files];
  if (files.length > 3) throw new Error('最多 3 张照片。 Three photos at most.');
  const attachmentIds = [];
  for (const file of files) attachmentIds.push(await photoId(file));
  const report = { visit: form.dataset.visit, category: field('category'), description: field('description'), attachmentIds };
  if (field('phone')) report.phone = field('phone');
  if (document.getElementById('urgent').checked) report.urgency = 'urgent';
  const { followUrl } = await ask('/api/place-codes/' + form.dataset.code + '/repair-requests', {
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(report),
  });
  location.assign('/follow/' + followUrl.split('/').pop());
}

form.addEventListener('input', () => (key = newKey()));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  button.disabled = true;
  told.textContent = '';
  send().catch((error) => {
    told.textContent = error.message;
    button.disabled = false;
  });
});
button.disabled = false;
`;
