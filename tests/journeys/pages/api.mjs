// Walks the description of the API and sends each operation what it promises, what it forbids, and what lies between. Nothing
// may answer with a status that is not described, and nothing with 5xx.
const texts = ["", "0", "-1", "1.5", "1e3", "abc", "NaN", "9223372036854775808", "00001", " 7 ", "%00", "é", "日本", "'; DROP TABLE service; --", "<script>", "../../etc/passwd", "a".repeat(3000), "19.71", "ktp-elektronik", "🙂", "\u202e"];

function valuesOf({ schema }) {
  if (schema.type !== "integer") return texts;
  const { minimum = 0, maximum = 1_000_000 } = schema;
  return [minimum, maximum, minimum + 1, maximum - 1, minimum - 1, maximum + 1, Math.floor((minimum + maximum) / 2), ...texts];
}

// Every operation with each value of each parameter in turn, the others left out, or, in the path, as a likely text.
function* requestsOf(path, operation) {
  const inPath = operation.parameters.filter((one) => one.in === "path");
  const inQuery = operation.parameters.filter((one) => one.in === "query");
  const address = (changed, value) => inPath.reduce((so, one) => so.replace(`{${one.name}}`, encodeURIComponent(one === changed ? value : "19.71")), path);
  yield address();
  for (const parameter of inPath) for (const value of valuesOf(parameter)) if (value !== "") yield address(parameter, value);
  for (const parameter of inQuery) {
    for (const value of valuesOf(parameter)) yield `${address()}?${parameter.name}=${encodeURIComponent(value)}`;
    yield `${address()}?${parameter.name}=1&${parameter.name}=2`;
    yield `${address()}?${parameter.name}`;
  }
  yield `${address()}?unknown=1`;
}

// What the server may answer before any operation is asked: the address itself is wrong or too long.
const ofTheServer = [400, 404, 414];

async function problems(origin, address, operation) {
  const response = await fetch(origin + address, { redirect: "manual" });
  const body = await response.text();
  const type = response.headers.get("content-type") ?? "";
  const described = Object.keys(operation.responses).map(Number);
  const found = [];
  // An address that no path can be read from belongs to no operation yet; it is refused in words for people.
  if (response.status === 400 && /%2F|%5C|%00/i.test(address)) return found;
  if (response.status >= 500) found.push(`${response.status} for ${address.slice(0, 120)}`);
  else if (!described.includes(response.status) && !ofTheServer.includes(response.status)) found.push(`${response.status} is not described, for ${address.slice(0, 120)}`);
  if (!type.startsWith(response.status === 200 ? "application/json" : "application/problem+json")) found.push(`${type} with ${response.status} for ${address.slice(0, 120)}`);
  try {
    JSON.parse(body);
  } catch {
    found.push(`no JSON with ${response.status} for ${address.slice(0, 120)}`);
  }
  return found;
}

export default async function api({ origin, report }) {
  const description = await (await fetch(`${origin}/openapi.json`)).json();
  await report.step("the API is described as OpenAPI 3.1, with at least three operations", async () =>
    description.openapi === "3.1.0" && Object.keys(description.paths).length >= 3 ? [] : JSON.stringify(Object.keys(description.paths)));
  for (const [path, operations] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      if (method !== "get") continue;
      let sent = 0;
      await report.step(`GET ${path} keeps to its description, whatever is sent`, async () => {
        const found = [];
        for (const address of requestsOf(path, operation)) {
          sent += 1;
          found.push(...(await problems(origin, address, operation)));
        }
        return sent > 20 ? found.slice(0, 10) : `only ${sent} requests`;
      });
    }
  }
  await report.step("a method that is not described is refused", async () => {
    const answer = await fetch(`${origin}/api/v1/results`, { method: "DELETE" });
    return answer.status === 405 ? [] : `answered ${answer.status}`;
  });
}
