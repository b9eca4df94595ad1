// The part of .ci/invariants that reads manifests, sources and message catalogues. Reads only; a line per check.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

let failed = false
function check(name, problems) {
  console.log(problems.length ? `FAIL  ${name}` : `ok    ${name}`)
  for (const problem of problems) console.log(`        ${problem}`)
  failed ||= problems.length > 0
}

function filesUnder(folder, ...endings) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => !['node_modules', 'target', '.git'].includes(entry.name))
    .flatMap(entry => entry.isDirectory() ? filesUnder(join(folder, entry.name), ...endings) : [join(folder, entry.name)])
    .filter(path => endings.some(ending => path.endsWith(ending)))
    .sort()
}

const isTest = path => /(^|\/)tests?(\/|\.rs$|_)|_tests?\.rs$/.test(path)
const blank = text => text.replace(/[^\n]/g, ' ')

// The source with comments and unit tests blanked out, lines kept. Strings stay: SQL is in them.
function code(path) {
  return readFileSync(path, 'utf8')
    .replace(/'(?:[^'\\\n]|\\[^'\n]+|\\')'|"(?:[^"\\]|\\[\s\S])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, part => part.startsWith('/') ? blank(part) : part)
    .replace(/#\[cfg\(test\)\]\s*mod\s+\w+\s*\{[\s\S]*$/, blank)
}

const lineAt = (text, index) => text.slice(0, index).split('\n').length

// Where `pattern` occurs in the sources under these folders.
function mentions(pattern, folders, isAllowed = () => false) {
  return folders.flatMap(folder => filesUnder(folder, '.rs'))
    .filter(path => !isTest(path) && !isAllowed(path))
    .flatMap(path => {
      const text = code(path)
      return [...text.matchAll(pattern)].map(hit => `${path}:${lineAt(text, hit.index)}: ${hit[0].trim()}`)
    })
}

// Functions whose text before the name matches: their name, place, parameters and lines of code in the body.
function functions(path, pattern) {
  const text = code(path)
  const masked = text.replace(/'(?:[^'\\\n]|\\[^'\n]+|\\')'|"(?:[^"\\]|\\[\s\S])*"/g, blank)
  return [...masked.matchAll(pattern)].map(hit => {
    const open = bodyStart(masked, hit.index + hit[0].length)
    let depth = 1
    let end = open + 1
    while (depth > 0 && end < masked.length) depth += { '{': 1, '}': -1 }[masked[end++]] ?? 0
    const body = text.slice(open + 1, end - 1).split('\n').filter(line => line.trim())
    return { name: hit[1], place: `${path}:${lineAt(text, hit.index + hit[0].length)}`, parameters: text.slice(hit.index + hit[0].length, open), body }
  })
}

function bodyStart(text, from) {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if ('(['.includes(text[at])) depth++
    else if (')]'.includes(text[at])) depth--
    else if (text[at] === '{' && depth === 0) return at
  }
  return text.length
}

// Who may know whom: an arrow goes from a higher floor to a lower one, never along a floor and never up.
const pureCrates = ['stats', 'disclosure', 'charts', 'export', 'replies', 'worktime', 'tables']
// Pure as well, and built on the others.
const wordings = ['report']
// Pure too. It takes minutes to build, so it stands where the server alone can reach it.
const settings = ['pack']
const areas = ['staff', 'customers', 'people']
const floors = [['domain'], [...pureCrates, 'entity', 'migrations'], wordings, ['base'], ['organisation'], [...areas, 'testing'], ['insight', 'exchange'], ['service', ...settings], ['app'], ['hydrate', 'hint', 'server']]
const floorOf = crate => floors.findIndex(floor => floor.includes(crate))
// The browser's side knows nothing of the server's, whatever the floor.
const mayKnow = { app: ['domain'], hydrate: ['app', 'domain'], hint: ['domain'] }
const metadata = JSON.parse(execFileSync('cargo', ['metadata', '--no-deps', '--format-version', '1'], { maxBuffer: 1 << 28 }))
const manifestOf = name => metadata.packages.find(found => found.name === name)
const foldersOf = id => relative(metadata.workspace_root, metadata.packages.find(found => found.id === id).manifest_path)

const arrows = metadata.packages.flatMap(({ name, dependencies }) => dependencies
  .filter(({ path, kind }) => path && kind !== 'dev')
  .map(({ name: other }) => [name, other]))
const above = arrows.filter(([from]) => floorOf(from) >= floorOf('base'))
for (const from of new Set(above.map(([from]) => from))) {
  console.log(`arrow ${from} -> ${above.filter(([other]) => other === from).map(([, to]) => to).sort().join(' ')}`)
}
check('dependencies point down, never along a floor or up', [
  ...metadata.packages.filter(({ name }) => floorOf(name) < 0).map(({ name }) => `${name} stands on no floor: give it one`),
  ...arrows.filter(([from, to]) => floorOf(to) >= floorOf(from)).map(arrow => arrow.join(' -> ')),
  ...arrows.filter(([from, to]) => mayKnow[from] && !mayKnow[from].includes(to)).map(arrow => arrow.join(' -> ')),
])

const pure = ['app/domain', ...[...pureCrates, ...wordings, ...settings].map(crate => `server/${crate}`)]
// Ids are values of statements too, on the server alone: by a feature that base and the rows of entity turn on, and nothing under app/.
const turnsOnDb = metadata.packages.flatMap(({ name, dependencies }) => dependencies
  .filter(dependency => dependency.name === 'domain' && dependency.features.includes('db')).map(() => name))
const outside = /\b(std::(fs|net|env|process)\b|thread::(spawn|sleep|current|park)\b|SystemTime|Instant::now|(Utc|Local)::now|tokio|sea_orm(?!::DeriveValueType)|sqlx|getrandom|rand::|thread_rng)/g
check('2 the pure crates use no clock, file, network, randomness or database', [
  ...mentions(outside, pure.map(folder => join(folder, 'src'))),
  ...pure.flatMap(folder => manifestOf(folder.split('/').pop()).dependencies
    .filter(({ kind, name }) => kind !== 'dev' && /^(tokio|sea-orm|sqlx|rand|getrandom|fastrand)/.test(name))
    .filter(({ name, optional }) => !(folder === 'app/domain' && name === 'sea-orm' && optional))
    .map(({ name }) => `${folder}/Cargo.toml: ${name}`)),
  ...turnsOnDb.filter(name => !['base', 'entity'].includes(name)).map(name => `${name} turns on domain's db: base and entity alone do`),
  ...(manifestOf('domain').features.default ?? []).map(feature => `app/domain/Cargo.toml: ${feature} is on by default`),
])

const isIn = part => path => new RegExp(`^server/${part}(\\.rs$|/)`).test(path)
const [isCast, isBallots, isDemo, isRelease] = ['staff/src/rounds', 'staff/src/ballots', 'service/src/demo', 'staff/src/release'].map(isIn)
const tally = /(?<![a-z])tall(y|ies)/gi
check('3 ballots are sealed by casting and opened by the release alone; what was counted in the clear is taken over once', [
  ...mentions(tally, ['server', 'app'], path => isCast(path) || isBallots(path) || isDemo(path) || isRelease(path) || path.startsWith('server/entity/') || path === 'server/benches/casting.rs'),
  ...mentions(/\b(from|join)\s+tally/gi, ['server'], isBallots),
  ...mentions(/\bseal::open\(|\bballots::open\b|Counted::carried\(/g, ['server'], isRelease),
  ...mentions(/sealed_ballot|used_vote/g, ['server'], path => isCast(path) || isBallots(path) || isRelease(path)),
  ...mentions(/released_figure/g, ['server/staff/src'], path => !isCast(path)),
])

const serverFunctions = filesUnder('app/src', '.rs').flatMap(path =>
  functions(path, /#\[server\b[^\]]*\](?:\s*#\[[^\]]*\])*\s*pub(?:\([a-z]+\))?\s+async\s+fn\s+(\w+)/g))
check('4 server functions stand beside the island that calls them', serverFunctions
  .filter(({ place }) => !place.startsWith('app/src/islands/'))
  .map(({ name, place }) => `${place}: ${name} belongs in app/src/islands/`))

const useCases = ['base', 'organisation', ...areas, 'insight', 'exchange'].flatMap(area => filesUnder(`server/${area}/src`, '.rs')).filter(path => !isTest(path))
  .flatMap(path => functions(path, /^pub\s+async\s+fn\s+(\w+)/gm))
  .filter(({ parameters }) => /\bActor\b/.test(parameters.split('->')[0]))
check(`4 use cases with an actor authorise in their first lines (${useCases.length} seen)`, useCases
  .filter(({ body }) => !/\bauthorize(_any)?\(/.test(body.slice(0, 3).join('\n')))
  .map(({ name, place }) => `${place}: ${name}`))

check('5 entities are not serialised', mentions(/\bSerialize\b/g, ['server/entity']))

const defaults = metadata.workspace_default_members.map(foldersOf)
check('6 hydrate, hint and app are not in the default build', defaults.filter(path => /^app\/((hydrate|hint)\/)?Cargo\.toml$/.test(path)))

// A message's attributes and the variables it uses, by its id.
function catalogue(path) {
  const messages = new Map()
  const problems = []
  let id
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line.startsWith('#')) continue
    const start = line.match(/^(-?[A-Za-z][\w-]*)\s*=/)
    const attribute = line.match(/^\s+(\.[A-Za-z][\w-]*)\s*=/)
    if (start) {
      id = start[1]
      if (messages.has(id)) problems.push(`${path}:${index + 1}: ${id} is there twice`)
      messages.set(id, new Set())
    }
    if (attribute) messages.get(id)?.add(attribute[1])
    for (const [variable] of line.matchAll(/\$[A-Za-z][\w-]*/g)) messages.get(id)?.add(variable)
  }
  return { path, messages, problems }
}

const areasOf = language => filesUnder('app/locales', `.${language}.ftl`).map(path => catalogue(path))
// One catalogue a language, made of one file an area; an id stands in one of them.
const whole = language => areasOf(language).reduce((all, { path, messages, problems }) => {
  for (const [id, parts] of messages) {
    if (all.messages.has(id)) problems.push(`${path}: ${id} is in another area too`)
    all.messages.set(id, parts)
  }
  return { ...all, problems: [...all.problems, ...problems] }
}, { path: `app/locales/*.${language}.ftl`, messages: new Map(), problems: [] })
const catalogues = ['en', 'nb'].map(whole)
const lacking = (here, there) => [...here.messages].flatMap(([id, parts]) => {
  const others = there.messages.get(id)
  if (!others) return [`${there.path} lacks ${id}`]
  return [...parts].filter(part => !others.has(part)).map(part => `${there.path}: ${id} lacks ${part}`)
})
check(`the catalogues have the same messages and variables (${catalogues[0].messages.size} messages)`, [
  ...catalogues.flatMap(({ problems }) => problems),
  ...lacking(catalogues[0], catalogues[1]),
  ...lacking(catalogues[1], catalogues[0]),
])

for (const path of ['app', 'server', 'migrations', 'style', 'end2end', '.ci'].flatMap(folder => filesUnder(folder, '.rs', '.scss', '.ts', '.mjs'))) {
  const length = readFileSync(path, 'utf8').split('\n').length - 1
  if (length > 500) console.log(`warn  ${path} has ${length} lines; a reader is glad of 500 at most`)
}

process.exitCode = failed ? 1 : 0
