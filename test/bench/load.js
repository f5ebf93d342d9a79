'use strict';
// A process of its own: posts repair requests over a number of connections for a time and says how many were accepted.
const { connect } = require('node:net');
const { randomUUID } = require('node:crypto');

const { port, tokens, homeId, connections, seconds } = JSON.parse(process.argv[2]);
const body = Buffer.from(JSON.stringify({ category: 'water-leak', description: '厨房水管漏水，请尽快处理', location: { homeId }, contact: { name: '林晓雨', phone: '13800138000' } }));
const until = performance.now() + seconds * 1000;
let accepted = 0;
let refused = 0;
let firstRefusal;
let open = connections;

function head(token) {
  return (
    `POST /api/repair-requests HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\n` +
    `content-type: application/json\r\nidempotency-key: ${randomUUID()}\r\ncontent-length: ${body.length}\r\n\r\n`
  );
}

function refuse(why) {
  refused += 1;
  firstRefusal ??= why;
}

for (let i = 0; i < connections; i += 1) {
  const socket = connect(port, '127.0.0.1');
  let buffered = '';
  const send = () => socket.write(Buffer.concat([Buffer.from(head(tokens[i % tokens.length])), body]));
  socket.setNoDelay(true);
  socket.on('connect', send);
  socket.on('data', (chunk) => {
    buffered += chunk.toString('latin1');
    const end = buffered.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(buffered)[1]);
    if (buffered.length < end + 4 + length) return;
    if (buffered.startsWith('HTTP/1.1 201')) accepted += 1;
    else refuse(buffered);
    buffered = '';
    if (performance.now() < until) send();
    else socket.end();
  });
  socket.on('error', (error) => refuse(error.message));
  socket.on('close', () => {
    open -= 1;
    if (open === 0) process.stdout.write(JSON.stringify({ accepted, refused, firstRefusal }));
  });
}
