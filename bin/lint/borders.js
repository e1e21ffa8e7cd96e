import { dirname, relative, resolve, sep } from 'node:path'

/** Who may import whom inside `domain/src`. `.` is a file directly in `domain/src`, such as kinds.ts. */
const DOMAIN = {
  kernel: [],
  vietnamese: ['kernel'],
  access: ['kernel'],
  packs: ['kernel'],
  register: ['kernel', 'vietnamese', 'access', 'packs', '.'],
  planning: ['kernel', 'vietnamese', 'access', 'packs', 'register', '.'],
  work: ['kernel', 'vietnamese', 'access', 'packs', 'register', 'planning', '.'],
  month: ['kernel', 'vietnamese', 'access', 'packs', 'register', 'planning', 'work', '.'],
  reports: ['kernel', 'vietnamese', 'access', 'packs', 'register', 'planning', 'work', 'month', 'demography', '.'],
  wire: ['kernel', 'vietnamese', 'access', 'packs', 'register', 'planning', 'work', 'month', 'reports', 'sync', '.'],
  sync: ['kernel'],
  demography: [],
  // What specs of all workspaces build with; no source may import it.
  testing: ['kernel', 'vietnamese', 'access', 'packs', 'register', 'planning', 'work', 'month', 'reports', 'sync', 'wire', '.'],
}

/** What each folder of `client/src` may import besides itself; a feature (field/<x>, office/<x>) never another feature. */
const CLIENT = {
  ui: [],
  i18n: ['domain'],
  store: ['domain'],
  // The notes' forms, which phone and office share.
  forms: ['domain', 'store', 'ui', 'i18n'],
  feature: ['domain', 'store', 'ui', 'i18n', 'forms'],
}

const SPEC = /\.spec\.tsx?$/

/** Where a file or an import stands: its workspace, its folder in `src`, and for the client its feature. */
function placeOf(path) {
  const [workspace, src, ...rest] = path.split('/')
  if (!['domain', 'server', 'client'].includes(workspace)) return { workspace: 'root' }
  if (src !== 'src') return { workspace, area: src }
  const area = rest.length > 1 ? rest[0] : '.'
  const feature = (area === 'field' || area === 'office') && rest.length > 2 ? `${area}/${rest[1]}` : undefined
  return { workspace, area, feature }
}

/** What an import specifier points at: a place in the repository, or the name of a package. */
function targetOf(specifier, file, root) {
  if (specifier.startsWith('.'))
    return {
      place: placeOf(
        relative(root, resolve(dirname(file), specifier))
          .split(sep)
          .join('/'),
      ),
    }
  const own = /^@sotay\/(domain|server|client)(?:\/(.*))?$/.exec(specifier)
  return own ? { place: placeOf(`${own[1]}/src/${own[2] ?? ''}`) } : { package: specifier }
}

/** Says why an import crosses a border, or nothing where it may. */
function complaint(from, to, spec) {
  if (from.workspace === 'root' || from.area === 'tests') return
  if (to.package !== undefined) {
    if (from.workspace === 'domain' && !spec && to.package !== 'zod/mini')
      return `domain imports nothing but zod/mini and itself, not ${to.package}`
    if (from.workspace === 'client' && !spec && to.package.startsWith('node:')) return `the client runs in a browser, without ${to.package}`
    return
  }
  const place = to.place
  if (place.workspace !== from.workspace) {
    if (place.workspace !== 'domain')
      return spec && place.workspace === 'root' ? undefined : `${from.workspace} never imports ${place.workspace}`
    if (from.workspace === 'client' && !mayOfClient(from).includes('domain')) return `client/src/${from.area} knows no domain word`
    return
  }
  if (spec || place.area === undefined) return
  if (from.workspace === 'domain') return domainComplaint(from, place)
  if (from.workspace === 'client') return clientComplaint(from, place)
}

function domainComplaint(from, to) {
  if (from.area === '.' || to.area === from.area) return
  if (!DOMAIN[from.area]?.includes(to.area)) return `domain/src/${from.area} may not import domain/src/${to.area}`
}

function mayOfClient(from) {
  return from.feature ? CLIENT.feature : (CLIENT[from.area] ?? ['domain'])
}

function clientComplaint(from, to) {
  if (from.feature) {
    if (to.feature === from.feature || CLIENT.feature.includes(to.area)) return
    return `${from.feature} may import domain, store, ui, i18n and forms, not ${to.feature ?? `client/src/${to.area}`}`
  }
  if (from.area in CLIENT) {
    if (to.area === from.area || CLIENT[from.area].includes(to.area)) return
    return `client/src/${from.area} may not import client/src/${to.area}`
  }
  const shells = ['field', 'office']
  if (shells.includes(from.area) && shells.includes(to.area) && from.area !== to.area) return `${from.area} never imports ${to.area}`
}

/** Import borders between workspaces, modules of the domain and features of the client, as architecture.md draws them. */
export const borders = {
  create(context) {
    const file = context.filename
    const root = context.cwd
    const from = placeOf(relative(root, file).split(sep).join('/'))
    const check = (source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return
      const message = complaint(from, targetOf(source.value, file, root), SPEC.test(file))
      if (message) context.report({ node: source, message })
    }
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal ?? node.argument),
    }
  },
}
