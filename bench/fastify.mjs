// A yardstick of the page: node with fastify renders the same bytes for every request, in two processes.
//
//   node fastify.mjs PORT PAGE.html...
//
// Each file is served under its name. It is cut into tags and texts. Each request escapes every text again and joins all pieces, which is what the
// usual template languages compile to.
import cluster from 'node:cluster';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import fastify from 'fastify';

const [port, ...files] = process.argv.slice(2);

if (cluster.isPrimary) {
  const workers = [cluster.fork(), cluster.fork()];
  process.on('SIGTERM', () => {
    for (const worker of workers) worker.process.kill('SIGTERM');
    process.exit(0);
  });
} else {
  const named = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  const plain = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => named[entity]);
  const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  const escape = (text) => (/[&<>]/.test(text) ? text.replace(/[&<>]/g, (one) => escapes[one]) : text);
  const renderer = (file) => {
    const pieces = readFileSync(file, 'utf8').match(/<[^>]*>|[^<]+/g);
    const parts = pieces.map((piece) => (piece[0] === '<' ? { tag: piece } : { text: plain(piece), raw: piece }));
    // What escapes otherwise than it was written stays as it is, so that the bytes are the same.
    for (const part of parts) if (part.text !== undefined && escape(part.text) !== part.raw) part.tag = part.raw;
    return () => {
      let page = '';
      for (const part of parts) page += part.tag ?? escape(part.text);
      return page;
    };
  };
  const server = fastify({ logger: false });
  for (const file of files) {
    const render = renderer(file);
    server.get(`/${basename(file)}`, (_request, reply) => reply.type('text/html; charset=utf-8').send(render()));
  }
  await server.listen({ port: Number(port), host: '127.0.0.1' });
}
