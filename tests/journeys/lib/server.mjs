// What is visited: the built program, or a folder of files written by html_gallery.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { createInterface } from "node:readline";

const contentPolicy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

// Starts `program serve --demo --listen 127.0.0.1:0`, which fills an invented city, and waits for its line. stop() ends it as
// an administrator would, and gives its exit code; firstLink() is the path of the one-time link for the first administrator.
export async function startProgram(program) {
  const child = spawn(program, ["serve", "--demo", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  child.stderr.on("data", (bytes) => (errors += bytes));
  const ended = once(child, "exit");
  const origin = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${program} did not say where it listens within 20 seconds\n${errors}`)), 20_000);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${program} ended with ${code} before it listened\n${errors}`)));
    createInterface(child.stdout).on("line", (line) => {
      const match = /listening on (http:\/\/\S+)/.exec(line);
      if (!match) return;
      clearTimeout(timer);
      resolve(match[1]);
    });
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 8_000);
    const [code] = await ended;
    clearTimeout(late);
    return code;
  };
  const firstLink = () => /https?:\/\/[^/\s]+(\/\S+)/.exec(errors)?.[1];
  return { origin, stop, firstLink };
}

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

export async function startFolder(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://local").pathname);
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    try {
      const bytes = await readFile(file);
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "content-security-policy": contentPolicy });
      response.end(bytes);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end("not here");
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: async () => { server.close(); server.closeAllConnections(); return 0; } };
}
