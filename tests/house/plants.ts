/** One file that breaks one rule: the rule that must refuse it, and the file. */
export type Plant = { readonly what: string; readonly rule: string; readonly file: string; readonly text: string }

const uses = (specifier: string) => `import { planted } from '${specifier}'\nexport const kept = planted\n`

const again = (specifier: string) => `export { planted as kept } from '${specifier}'\n`

function border(file: string, specifier: string): Plant {
  return { what: `${file} imports ${specifier}`, rule: 'house(borders)', file, text: uses(specifier) }
}

/** The order of the domain's modules: each with the ones after it, which it may not know. */
const TOO_EARLY: Readonly<Record<string, readonly string[]>> = {
  kernel: ['vietnamese', 'access', 'packs', 'register', 'planning', 'work', 'month', 'reports', 'sync', 'wire', 'demography'],
  vietnamese: ['access', 'register', 'planning', 'reports', 'sync'],
  access: ['vietnamese', 'register', 'planning', 'reports', 'sync'],
  packs: ['register', 'reports', 'sync'],
  register: ['planning', 'work', 'month', 'reports', 'sync', 'wire', 'demography'],
  planning: ['work', 'month', 'reports', 'sync'],
  work: ['month', 'reports', 'sync'],
  month: ['reports', 'sync'],
  reports: ['sync', 'wire'],
  sync: ['vietnamese', 'access', 'packs', 'register', 'planning', 'work', 'month', 'reports', 'wire', 'demography'],
  demography: ['kernel', 'vietnamese', 'register', 'reports'],
}

const modules = Object.entries(TOO_EARLY).flatMap(([from, ones]) =>
  ones.map((to) => border(`domain/src/${from}/knows-${to}.ts`, `../${to}/thing.ts`)),
)

const kinds = ['kernel', 'vietnamese', 'access', 'sync'].map((from) => border(`domain/src/${from}/knows-kinds.ts`, '../kinds.ts'))

const workspaces = [
  border('domain/src/kernel/knows-server.ts', '../../../server/src/thing.ts'),
  border('domain/src/kernel/knows-client.ts', '@sotay/client/thing'),
  border('domain/src/kernel/knows-node.ts', 'node:fs'),
  border('domain/src/kernel/knows-full-zod.ts', 'zod'),
  border('domain/src/kernel/knows-package.ts', 'uuid'),
  border('domain/src/kernel/knows-self-too-early.ts', '@sotay/domain/register/thing'),
  border('server/src/routes/knows-client.ts', '../../../client/src/ui/thing.ts'),
  border('client/src/store/knows-server.ts', '../../../server/src/thing.ts'),
  border('client/src/store/knows-server-package.ts', '@sotay/server/thing'),
  border('client/src/store/knows-node.ts', 'node:fs'),
  border('client/src/ui/knows-domain.ts', '@sotay/domain/kernel/plain-date'),
  border('client/src/ui/knows-domain-by-path.ts', '../../../domain/src/kernel/plain-date.ts'),
  border('client/src/ui/knows-store.ts', '../store/thing.ts'),
  border('client/src/i18n/knows-ui.ts', '../ui/thing.ts'),
  border('client/src/store/knows-field.ts', '../field/thing.ts'),
  border('client/src/field/visits/knows-another-feature.ts', '../register/thing.ts'),
  border('client/src/field/visits/deeper/knows-another-feature.ts', '../../register/thing.ts'),
  border('client/src/field/visits/knows-office.ts', '../../office/reports/thing.ts'),
  border('client/src/office/held/knows-another-feature.ts', '../reports/thing.ts'),
  border('client/src/office/knows-field.ts', '../field/thing.ts'),
]

const waysToImport: Plant[] = [
  {
    what: 'export … from',
    rule: 'house(borders)',
    file: 'domain/src/kernel/exports-from.ts',
    text: `export { planted } from '../register/thing.ts'\n`,
  },
  {
    what: 'export * from',
    rule: 'house(borders)',
    file: 'domain/src/kernel/exports-all.ts',
    text: `export * from '../register/thing.ts'\n`,
  },
  {
    what: 'import()',
    rule: 'house(borders)',
    file: 'domain/src/kernel/imports-late.ts',
    text: `export const late = () => import('../register/thing.ts')\n`,
  },
  {
    what: 'import type',
    rule: 'house(borders)',
    file: 'domain/src/kernel/imports-type.ts',
    text: `import type { Planted } from '../register/thing.ts'\nexport type Kept = Planted\n`,
  },
  {
    what: 'import().Type',
    rule: 'house(borders)',
    file: 'domain/src/kernel/imports-inline-type.ts',
    text: `export type Kept = import('../register/thing.ts').Planted\n`,
  },
]

const purity: Plant[] = [
  ['reads-now', 'no-restricted-properties', 'Date.now()'],
  ['reads-new-date', 'house(no-clock)', 'new Date()'],
  ['reads-date', 'house(no-clock)', 'Date()'],
  ['throws-dice', 'no-restricted-properties', 'Math.random()'],
  ['makes-keys', 'no-restricted-globals', 'crypto'],
  ['fetches', 'no-restricted-globals', 'fetch'],
  ['asks-process', 'no-restricted-globals', 'process'],
  ['prints', 'no-restricted-globals', 'console'],
  ['waits', 'no-restricted-globals', 'setTimeout'],
  ['reaches-out', 'no-restricted-globals', 'globalThis'],
].map(([name, rule, expression]) => ({
  what: `${expression} in the domain`,
  rule: rule?.startsWith('house') ? rule : `eslint(${rule})`,
  file: `domain/src/kernel/${name}.ts`,
  text: `export const kept = ${expression}\n`,
}))

const style: Plant[] = [
  {
    what: 'a floating promise',
    rule: 'typescript(no-floating-promises)',
    file: 'server/src/floats.ts',
    text: `async function work(): Promise<void> {}\nexport function start(): void {\n  work()\n}\n`,
  },
  {
    what: 'a promise where none is waited for',
    rule: 'typescript(no-misused-promises)',
    file: 'server/src/misuses.ts',
    text: `async function work(): Promise<void> {}\nexport function start(each: (run: () => void) => void): void {\n  each(work)\n}\n`,
  },
  {
    what: 'a switch that misses a case',
    rule: 'typescript(switch-exhaustiveness-check)',
    file: 'domain/src/kernel/misses-case.ts',
    text: `export function word(sex: 'male' | 'female'): string {\n  switch (sex) {\n    case 'male':\n      return 'nam'\n  }\n  return ''\n}\n`,
  },
  {
    what: 'a default that hides a missing case',
    rule: 'typescript(switch-exhaustiveness-check)',
    file: 'domain/src/kernel/hides-case.ts',
    text: `export function word(sex: 'male' | 'female'): string {\n  switch (sex) {\n    case 'male':\n      return 'nam'\n    default:\n      return ''\n  }\n}\n`,
  },
  {
    what: 'any',
    rule: 'typescript(no-explicit-any)',
    file: 'server/src/says-any.ts',
    text: `export function same(x: any): unknown {\n  return x\n}\n`,
  },
  {
    what: 'an any that comes in unseen',
    rule: 'typescript(no-unsafe-assignment)',
    file: 'server/src/takes-any.ts',
    text: `export function read(text: string): unknown {\n  const value = JSON.parse(text)\n  return value\n}\n`,
  },
  {
    what: '!',
    rule: 'typescript(no-non-null-assertion)',
    file: 'server/src/insists.ts',
    text: `export function first(of: readonly string[]): string {\n  return of[0]!\n}\n`,
  },
  {
    what: 'a cast to something narrower',
    rule: 'typescript(no-unsafe-type-assertion)',
    file: 'server/src/casts.ts',
    text: `export function sure(x: unknown): string {\n  return x as string\n}\n`,
  },
  {
    what: 'a type imported as a value',
    rule: 'typescript(consistent-type-imports)',
    file: 'server/src/imports-type.ts',
    text: `import { Planted } from './thing.ts'\nexport const kept: Planted = 'x'\n`,
  },
  { what: 'a default export', rule: 'import(no-default-export)', file: 'server/src/defaults.ts', text: `export default 1\n` },
  { what: 'a file of 351 lines', rule: 'eslint(max-lines)', file: 'server/src/long.ts', text: 'export {}\n'.padEnd(10 + 350, '\n') },
  { what: 'an index file', rule: 'house(telltale-names)', file: 'server/src/index.ts', text: `export const kept = 1\n` },
  { what: 'a file of helpers', rule: 'house(telltale-names)', file: 'client/src/store/date-helpers.ts', text: `export const kept = 1\n` },
  { what: 'a file in camel case', rule: 'unicorn(filename-case)', file: 'server/src/camelCase.ts', text: `export const kept = 1\n` },
  {
    what: 'an import that goes round',
    rule: 'import(no-cycle)',
    file: 'server/src/round-a.ts',
    text: `import { b } from './round-b.ts'\nexport const a = (): unknown => b\n`,
  },
  {
    what: 'a spec left out',
    rule: 'vitest(no-disabled-tests)',
    file: 'server/tests/skips.spec.ts',
    text: `import { it } from 'vitest'\nit.skip('later', () => {})\n`,
  },
  {
    what: 'a rule switched off for nothing',
    rule: '',
    file: 'server/src/switches-off.ts',
    text: `// oxlint-disable-next-line typescript/no-explicit-any\nexport const kept = 1\n`,
  },
]

export const PLANTS: readonly Plant[] = [...modules, ...kinds, ...workspaces, ...waysToImport, ...purity, ...style]

/** What the plants lean on, and what breaks no rule. */
export const CLEAN: Readonly<Record<string, string>> = {
  'server/src/thing.ts': `export type Planted = 'x'\nexport const planted = 1\n`,
  'server/src/round-b.ts': `export { a as b } from './round-a.ts'\n`,
  'server/src/long-enough.ts': 'export {}\n'.padEnd(10 + 349, '\n'),
  'server/src/reads-domain.ts': again('@sotay/domain/kernel/thing'),
  'domain/src/kernel/thing.ts': `import * as z from 'zod/mini'\nexport type Planted = string\nexport const planted = z.string()\nexport const dayOf = (at: number) => new Date(at)\n`,
  'domain/src/register/thing.ts': `import { planted as one } from '../kernel/thing.ts'\nexport type Planted = string\nexport const planted = one\n`,
  'domain/src/reports/thing.ts': again('../register/thing.ts'),
  'domain/src/reports/clock.spec.ts': `import { expect, it } from 'vitest'\nimport { kept } from './thing.ts'\nit('runs', () => expect([kept, Date.now()]).toHaveLength(2))\n`,
  'domain/src/kinds.ts': again('./register/thing.ts'),
  'domain/src/wire/thing.ts': again('../kinds.ts'),
  'client/src/ui/thing.ts': `export const planted = 1\n`,
  'client/src/store/thing.ts': again('@sotay/domain/kernel/thing'),
  'client/src/i18n/thing.ts': again('@sotay/domain/kernel/thing'),
  'client/src/field/register/thing.ts': `import { planted as one } from '../../ui/thing.ts'\nimport { kept as two } from '../../store/thing.ts'\nexport { planted as three } from '@sotay/domain/register/thing'\nexport const kept = [one, two]\n`,
  'client/src/field/register/other.ts': `import { kept } from './thing.ts'\nexport const again = kept\n`,
  'client/src/field/main.ts': `export { again } from './register/other.ts'\n`,
}
