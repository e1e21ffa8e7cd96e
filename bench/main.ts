import { benchAdmit } from './admit.ts';

/** What bars.md measures, by name: `npm run bench` runs all of it, `npm run bench -- admit` one. */
const benches: Readonly<Record<string, () => Promise<string[]>>> = { admit: benchAdmit };

const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : Object.keys(benches)) {
  const bench = benches[name];
  if (bench === undefined) throw new RangeError(`no bench is called ${name}; there are ${Object.keys(benches).join(', ')}`);
  for (const line of await bench()) console.log(line);
}
