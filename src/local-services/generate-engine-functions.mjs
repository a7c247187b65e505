/**
 * Asks a throw-away engine which FEEL functions it has: each sample is evaluated by it, and one that gives null is lacking.
 * `node src/local-services/generate-engine-functions.mjs`, after the server is compiled. To be run again with another engine.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { checkoutDir } from './checkout.mjs';
import { startServices } from './services.mjs';

const require = createRequire(import.meta.url);
const SERVER = 'src/plugins/procedures/server/src';
/** Every function of the DMN standard and of the engine's later versions, called so that the answer is not null. */
const SAMPLES =
  `not(true)|string(1)|number("1")|context([{key:"a",value:1}])|date("2020-01-01")|time("10:00:00")|date and time("2020-01-01T10:00:00")|duration("P1D")|years and months duration(date("2020-01-01"),date("2021-01-01"))
decimal(1.5,0)|floor(1.5)|ceiling(1.5)|round up(1.5,0)|round down(1.5,0)|round half up(1.5,0)|round half down(1.5,0)|abs(-1)|modulo(5,2)|sqrt(4)|log(4)|exp(1)|odd(1)|even(2)|random number()
substring("abc",1)|string length("a")|upper case("a")|lower case("A")|substring before("ab","b")|substring after("ab","a")|contains("a","a")|starts with("a","a")|ends with("a","a")|matches("a","a")|replace("a","a","b")|split("a,b",",")|extract("a","a")|trim(" a ")|uuid()|to base64("a")|is blank("")|string join(["a"],",")|from json("1")|to json(1)
list contains([1],1)|count([1])|min([1])|max([1])|sum([1])|product([1])|mean([1])|median([1])|stddev([1,2])|mode([1])|all([true])|any([true])|and([true])|or([true])|sublist([1],1)|append([1],2)|concatenate([1],[2])|insert before([1],1,2)|remove([1],1)|reverse([1])|index of([1],1)|union([1],[2])|distinct values([1])|duplicate values([1,1])|flatten([[1]])|sort([2,1],function(x,y) x<y)|list replace([1],1,2)|partition([1,2],1)|is empty([])
get entries({a:1})|get value({a:1},"a")|put({},"a",1)|put all({a:1})|context put({},"a",1)|context merge([{a:1},{b:2}])
is defined(1)|get or else(null,1)|assert(1,true)|is(1,1)
before(1,2)|after(2,1)|meets([1..2],[2..3])|met by([2..3],[1..2])|overlaps([1..3],[2..4])|overlaps before([1..3],[2..4])|overlaps after([2..4],[1..3])|finishes(2,[1..2])|finished by([1..2],2)|includes([1..3],2)|during(2,[1..3])|starts(1,[1..2])|started by([1..2],1)|coincides(1,1)
now()|today()|day of year(date("2020-01-01"))|day of week(date("2020-01-01"))|month of year(date("2020-01-01"))|week of year(date("2020-01-01"))|last day of month(date("2020-01-01"))|range("[1..2]")|string format("a")|fromAi("a")`
    .split(/[|\n]/)
    .map((call) => ({ call, name: call.slice(0, call.indexOf('(')) }));

const services = await startServices({
  dataDir: fs.mkdtempSync(path.join(os.tmpdir(), 'procedures-functions-')),
  postgres: false,
});
try {
  const { connectEngine } = require(path.join(checkoutDir, 'dist', SERVER, 'engine/connect-engine.js'));
  const engine = connectEngine({ address: services.env.ZEEBE_ADDRESS, isAllowed: () => true });
  const escaped = (/** @type {string} */ text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const decisions = SAMPLES.map(
    ({ call }, at) =>
      `<decision id="f${at}" name="f${at}"><literalExpression id="l${at}"><text>${escaped(call)} != null</text></literalExpression></decision>`,
  );
  const dmn = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="functions" name="f" namespace="f">${decisions.join('')}</definitions>`;
  const deployed = await engine.deployResources([{ name: 'functions.dmn', content: Buffer.from(dmn) }]);
  if (deployed.status !== 'accepted') throw new Error(deployed.message);
  /** @type {string[]} */ const names = [];
  for (const [at, { name }] of SAMPLES.entries()) {
    const answer = await engine.evaluateDecision(`f${at}`, {});
    if (answer.status === 'accepted' && answer.output === true) names.push(name);
  }
  await engine.close();
  const lacking = SAMPLES.map(({ name }) => name).filter((name) => !names.includes(name));
  const file = path.join(checkoutDir, SERVER, 'packages/broker-feel/engine-functions.json');
  // `cycle` is given to processes alone.
  fs.writeFileSync(
    file,
    `${JSON.stringify({ engine: 'zeebe 8.5.8', names: names.sort(), processOnly: ['cycle'], lacking: lacking.sort() }, null, 2)}\n`,
  );
  process.stdout.write(`${names.length} functions; lacking: ${lacking.join(', ')}\n`);
} finally {
  await services.stop({ remove: true });
}
