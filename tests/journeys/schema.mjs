// Checks docs/reference/instrument.schema.json against the files of this tree: it accepts every instrument, and refuses every
// bad file whose mistake lies in its shape. Needs no browser.
//
//   node tests/journeys/schema.mjs
//
// Prints one line a file, then "N passed, N failed".
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { parse } from "yaml";
import { Report } from "./lib/report.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

// Mistakes that only `prima instrument lint` can see: sums, limits, order, and whether an id is known, used or new.
const lintOnly = new Set([
  "alias_refused", "answerer_not_sampled", "bad_date", "bad_range", "band_gap", "band_gap_four_decimals", "band_limit_too_fine", "band_overlap",
  "band_reversed", "bands_do_not_cover_scale", "choice_id_is_another_number", "dimension_weights_do_not_add_up", "duplicate_choice", "duplicate_id",
  "empty_dimension", "gate_unknown_band", "gate_unknown_dimension", "gate_unknown_indicator", "id_reused", "ladder_not_monotone", "scale_reversed",
  "shared_ladder_not_monotone", "threshold_order", "unknown_ladder", "unknown_reference", "unknown_role", "unreachable_choice", "unused_ladder",
  "unused_role", "validity_reversed", "weight_missing", "weight_never_used", "weights_do_not_add_up", "wrong_divisor", "zero_maximum",
]);

const schema = JSON.parse(readFileSync(join(root, "docs/reference/instrument.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, strictTuples: false }).compile(schema);

// What is wrong with a file, as lines of text; nothing when it has the right shape.
function problems(file) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
    if (validate(parse(text))) return [];
    return validate.errors.slice(0, 5).map((error) => `${error.instancePath}: ${error.message}`);
  } catch (error) {
    return [error.message];
  }
}

function files(folder, wanted) {
  return readdirSync(join(root, folder), { recursive: true }).filter(wanted).sort().map((name) => join(root, folder, name));
}

const report = new Report();
const good = [...files("instruments", (name) => name.endsWith("instrument.yaml")), ...files("tests/instruments/good", (name) => name.endsWith(".yaml"))];
for (const file of good) report.check(`accepts ${relative(root, file)}`, problems(file));
report.check("there are instruments to check", good.length > 1 ? [] : "none found");

const bad = files("tests/instruments/bad", (name) => name.endsWith(".yaml"));
for (const file of bad) {
  const name = relative(join(root, "tests/instruments/bad"), file).replace(/\.yaml$/, "");
  const found = problems(file);
  if (lintOnly.has(name)) report.check(`leaves ${name} to lint`, found);
  else report.check(`refuses ${name}`, found.length > 0 ? [] : "it is accepted");
  lintOnly.delete(name);
}
report.check("every mistake left to lint has its file", [...lintOnly].map((name) => `no tests/instruments/bad/${name}.yaml`));
process.exitCode = report.summary();
