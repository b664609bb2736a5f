// Makes the table of regions that is built into the program:
//
//   node make_regions.mjs --packages NODE_MODULES --reference reference/regions --out FOLDER
//
// FOLDER/regions.csv has the columns code,name,time_zone,aliases and one line for each province, regency, city and district, by code.
// time_zone stands at provinces only; aliases are separated by ";". Source and licence: reference/regions/SOURCES.md.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const argument = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1];
const data = join(argument("packages"), "idn-area-data/data");
const reference = argument("reference");

function fail(message) {
  console.error(`make_regions: ${message}`);
  process.exit(1);
}

// One line of CSV as fields; no field of these files holds a line break.
function fieldsOf(line) {
  const fields = [];
  const field = /(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g;
  let end = 0;
  for (let match = field.exec(line); match; match = field.exec(line)) {
    fields.push((match[1]?.replaceAll('""', '"') ?? match[2]).trim());
    end = field.lastIndex;
    if (end >= line.length) break;
    if (match[0] === "") field.lastIndex++;
  }
  if (end < line.length) fail(`cannot take apart "${line}"`);
  return fields;
}

function read(path, header) {
  const lines = readFileSync(path, "utf8").split(/\r?\n/).filter((line) => line !== "");
  if (lines[0] !== header) fail(`${path}: the first line is "${lines[0]}", not "${header}"`);
  return lines.slice(1).map(fieldsOf);
}

const regions = new Map();
for (const [code, name] of read(join(data, "provinces.csv"), "code,name")) regions.set(code, { name, zone: "", aliases: [] });
for (const [file, header] of [
  ["regencies.csv", "code,province_code,name"],
  ["districts.csv", "code,regency_code,name"],
]) {
  for (const [code, parent, name] of read(join(data, file), header)) {
    if (!regions.has(parent) || !code.startsWith(`${parent}.`)) fail(`${file}: ${code} has no parent`);
    if (regions.has(code)) fail(`${file}: ${code} stands twice`);
    regions.set(code, { name, zone: "", aliases: [] });
  }
}

const count = (shape) => [...regions.keys()].filter((code) => shape.test(code)).length;
for (const [what, expected, actual] of [
  ["provinces", 38, count(/^\d\d$/)],
  ["regencies", 416, count(/^\d\d\.[0-6]\d$/)],
  ["cities", 98, count(/^\d\d\.[7-9]\d$/)],
  ["districts", 7285, count(/^\d\d\.\d\d\.\d\d$/)],
]) {
  if (actual !== expected) fail(`${actual} ${what}, not ${expected}; read reference/regions/SOURCES.md`);
}
for (const [code, { name }] of regions) if (!name) fail(`${code} has no name`);

for (const [code, zone] of read(join(reference, "time_zones.csv"), "province,time_zone,status,source")) {
  if (!regions.has(code)) fail(`time_zones.csv: there is no province ${code}`);
  regions.get(code).zone = zone;
}
for (const [code, { zone }] of regions) if (code.length === 2 && !["WIB", "WITA", "WIT"].includes(zone)) fail(`province ${code} has no time zone`);

for (const [code, name, kind] of read(join(reference, "names.csv"), "code,name,kind,source")) {
  if (!regions.has(code)) fail(`names.csv: there is no region ${code}`);
  if (kind === "official") regions.get(code).name = name;
  else if (kind === "alias") regions.get(code).aliases.push(name);
  else fail(`names.csv: "${kind}" is neither official nor alias`);
}

const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const lines = [...regions.keys()].sort().map((code) => {
  const { name, zone, aliases } = regions.get(code);
  return [code, quoted(name), zone, quoted(aliases.join(";"))].join(",");
});
mkdirSync(argument("out"), { recursive: true });
writeFileSync(join(argument("out"), "regions.csv"), `code,name,time_zone,aliases\n${lines.join("\n")}\n`);
