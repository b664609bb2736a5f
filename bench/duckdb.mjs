// The yardstick of `prima score`: DuckDB reads the same answers and computes the same weighted averages.
//
//   node duckdb.mjs ANSWERS.csv INSTRUMENT.json OUT.json RUNS
//
// Prints the median time of the query in milliseconds, without the start of node and DuckDB and without loading the
// weights. With RUNS above 1 one further run before them warms up. OUT.json gets the scores.
import { writeFileSync, readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [answers, instrumentFile, out, runs] = process.argv.slice(2);
const instrument = JSON.parse(readFileSync(instrumentFile, 'utf8'));

// "0.2185", "1/9" or null, as numbers of SQL.
const number = (text) => {
  const [over, under = '1'] = String(text).split('/');
  return Number(over) / Number(under);
};
const quote = (text) => `'${text.replaceAll("'", "''")}'`;

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const weighted = instrument.indicators.filter((one) => one.weight !== null && number(one.weight) > 0);
const weights = weighted.map((one) => `(${quote(one.id)}, ${quote(one.dimension)}, ${number(one.weight)}, ${number(one.max)})`);
const dimensions = instrument.dimensions.map((one) => `(${quote(one.id)}, ${number(one.weight)})`);
await connection.run('CREATE TABLE weights (indicator VARCHAR, dimension VARCHAR, weight DOUBLE, greatest DOUBLE)');
await connection.run(`INSERT INTO weights VALUES ${weights.join(', ')}`);
await connection.run('CREATE TABLE dimensions (dimension VARCHAR, weight DOUBLE)');
await connection.run(`INSERT INTO dimensions VALUES ${dimensions.join(', ')}`);

const columns = ['institution', 'unit', 'indicator', 'value', 'product', 'respondent'].map((name) => `${name}: 'VARCHAR'`);
const query = `
  WITH answers AS (
    SELECT institution, unit, indicator, try_cast(value AS DOUBLE) AS points
    FROM read_csv(${quote(answers)}, header = true, delim = ',', quote = '"', auto_detect = false, columns = {${columns.join(', ')}})
  ),
  means AS (SELECT institution, unit, indicator, avg(points) AS mean FROM answers GROUP BY ALL),
  parts AS (
    SELECT institution, unit, dimension, sum(mean / greatest * weight) / sum(weight) AS part
    FROM means JOIN weights USING (indicator) WHERE mean IS NOT NULL GROUP BY ALL
  ),
  units AS (
    SELECT institution, unit, 100 * sum(part * weight) / sum(weight) AS score
    FROM parts JOIN dimensions USING (dimension) GROUP BY ALL
  ),
  totals AS (SELECT institution, avg(score) AS score FROM units GROUP BY institution)
  SELECT institution, round(score, 2) AS score,
         CASE WHEN round(score, 2) >= 88 THEN 'A' WHEN round(score, 2) >= 78 THEN 'B' WHEN round(score, 2) >= 54 THEN 'C'
              WHEN round(score, 2) >= 32 THEN 'D' ELSE 'E' END AS category
  FROM totals ORDER BY institution`;

const times = [];
const count = Number(runs);
for (let i = count > 1 ? -1 : 0; i < count; ++i) {
  const before = performance.now();
  const result = await connection.runAndReadAll(query);
  writeFileSync(out, JSON.stringify({ results: result.getRowObjectsJson() }));
  if (i >= 0) times.push(performance.now() - before);
}
times.sort((a, b) => a - b);
console.log(times[Math.floor(times.length / 2)].toFixed(3));
connection.closeSync();
