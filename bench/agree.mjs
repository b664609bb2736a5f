// Ends with exit code 1 when the two programs that were compared did not find the same: more than a rounding step
// between the scores of an institution, or not the same institutions.
import { readFileSync } from 'node:fs';

const [first, second] = process.argv.slice(2, 4).map((file) => JSON.parse(readFileSync(file, 'utf8')).results);
const scores = new Map(second.map((one) => [one.institution, Number(one.score)]));
let farthest = 0;
for (const one of first) {
  if (!scores.has(one.institution)) throw new Error(`only one program knows ${one.institution}`);
  farthest = Math.max(farthest, Math.abs(Number(one.score) - scores.get(one.institution)));
}
if (first.length !== scores.size || farthest > 0.0100001) throw new Error(`scores differ by ${farthest}`);
console.error(`agree: ${first.length} institutions, scores differ by at most ${farthest.toFixed(4)}`);
