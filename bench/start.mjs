// Measures the start of the server and its memory.
//
//   node start.mjs PRIMA RUNS
//
// Prints on one line, as medians over the runs: milliseconds from the start of the process to the answer of /healthz,
// then to the answer of /; then, of the last run, megabytes resident and at the peak after all pages of the registry
// were asked for once, and how many pages these were.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';

const [prima, runs] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

const freePort = async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
};

const get = (port, path) =>
  new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }));
    });
    request.on('error', reject);
  });

const until = async (port, path, limit) => {
  for (;;) {
    try {
      const { status } = await get(port, path);
      if (status === 200) return;
    } catch {
      // not listening yet
    }
    if (performance.now() > limit) throw new Error(`no answer from ${path}`);
    await new Promise((resolve) => setTimeout(resolve, 0.5));
  }
};

const megabytes = (pid, field) => {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n').find((one) => one.startsWith(`${field}:`));
  return (Number(line.match(/\d+/)[0]) * 1024) / 1e6;
};

// Every page of results and of governments that the list links to, in both languages.
const walk = async (port) => {
  const seen = new Set(['/hasil', '/en/hasil']);
  for (const path of seen) {
    const { body } = await get(port, path);
    for (const [, link] of body.matchAll(/href="(\/(?:en\/)?(?:hasil|pemerintah)[^"#]*)"/g)) {
      if (seen.size < 2000) seen.add(link.replaceAll('&amp;', '&'));
    }
  }
  return seen.size;
};

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const health = [];
const first = [];
let memory = [];
for (let i = 0; i < Number(runs); ++i) {
  const port = await freePort();
  const begin = performance.now();
  const server = spawn(prima, ['serve', '--listen', `127.0.0.1:${port}`], { stdio: 'ignore' });
  try {
    await until(port, '/healthz', begin + 5000);
    health.push(performance.now() - begin);
    await until(port, '/', begin + 5000);
    first.push(performance.now() - begin);
    if (i === Number(runs) - 1) {
      const pages = await walk(port);
      memory = [megabytes(server.pid, 'VmRSS'), megabytes(server.pid, 'VmHWM'), pages];
    }
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}
const [resident, peak, pages] = memory;
console.log(median(health).toFixed(1), median(first).toFixed(1), resident.toFixed(1), peak.toFixed(1), pages);
process.exit(0);
