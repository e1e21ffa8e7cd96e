import { benchAdmit } from './admit.ts'
import { benchAppSize } from './app-size.ts'
import { benchFirstPull } from './first-pull.ts'
import { benchRegister } from './register.ts'

/** What bars.md measures, by name: `npm run bench` runs all of it, `npm run bench -- admit` one. */
const benches: Readonly<Record<string, () => Promise<string[]>>> = { 'app-size': benchAppSize, 'first-pull': benchFirstPull, admit: benchAdmit, register: benchRegister }

const named = process.argv.slice(2)
for (const name of named.length > 0 ? named : Object.keys(benches)) {
  const bench = benches[name]
  if (bench === undefined) throw new RangeError(`no bench is called ${name}; there are ${Object.keys(benches).join(', ')}`)
  for (const line of await bench()) console.log(line)
}
