// Checks that every message the code asks for is in both catalogues (.ci/invariants.mjs compares the catalogues).
// Reads only. Literal ids must be there; of a family built with format! or concat!, at least one message.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const problems = []

function sources(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => !['target', 'tests', 'examples', 'benches', 'node_modules'].includes(entry.name))
    .flatMap(entry => entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)])
    .filter(path => path.endsWith('.rs'))
}

// The ids of a catalogue.
function catalogue(language) {
  const path = `app/locales/*.${language}.ftl`
  const messages = new Set()
  const files = readdirSync(join(root, 'app/locales')).filter(name => name.endsWith(`.${language}.ftl`))
  const source = files.map(name => readFileSync(join(root, 'app/locales', name), 'utf8')).join('\n').replace(/^#.*$/gm, '')
  for (const [, id, value] of source.matchAll(/^([a-z][\w-]*) *=((?:.|\n(?![a-z]))*)/gm)) {
    messages.add(id)
    for (const [, other] of value.matchAll(/\{ *([a-z][\w-]*) *\}/g)) {
      if (!source.includes(`\n${other} =`)) problems.push(`${path}: ${id} mentions ${other}, which is not there`)
    }
  }
  return { path, messages }
}

const catalogues = ['en', 'nb'].map(catalogue)
const families = new Set([...catalogues[0].messages].map(id => id.split('-')[0]))
const needed = new Map()
const prefixes = new Map()

for (const path of ['app', 'server'].flatMap(folder => sources(join(root, folder)))) {
  const text = readFileSync(path, 'utf8').replace(/#\[cfg\(test\)\]\s*mod\s+\w+\s*\{[\s\S]*$/, '').replace(/^\s*\/\/.*$/gm, '').replace(/endpoint = "[^"]*"/g, '')
  const place = path.slice(root.length + 1)
  // t(lang, "id"), words.tv("id", …), also behind an `if … { "id" } else { "id" }`.
  for (const [, call] of text.matchAll(/\btv?\(((?:\s*(?:[\w.]+|&?format!\([^)]*\)),)?\s*(?:if [^;]*?\}(?=\s*[,)])|"[^"]*"))/g)) {
    for (const [, id] of call.matchAll(/"([a-z]\w*(?:-\w+)*)"/g)) {
      if (!needed.has(id) && (!call.includes('if ') || families.has(id.split('-')[0]))) needed.set(id, place)
    }
  }
  // The kinds of mail are words of the database too; their ids begin with `mail-`.
  if (place === 'server/base/src/outbox.rs') continue
  // The names of events are words of the database; their ids begin with `event-`.
  if (place === 'app/domain/src/audit.rs') continue
  // Ids that are data: `Self::X => "family-name"`, ("/trends", "nav-trends", …), the bank's scales.
  for (const [, before, id] of text.matchAll(/([^\n"]{0,3})"([a-z]+(?:-[\w]+)+)"/g)) {
    // The words of the audit log follow `event-` in their ids.
    if (place === 'app/domain/src/audit.rs') break
    const isMarkup = /[=/]$/.test(before) && !/=> ?$/.test(before)
    if (!isMarkup && families.has(id.split('-')[0]) && !needed.has(id)) needed.set(id, place)
  }
  // Families: format!("item-{}", …), Category, "category-" { … }.
  for (const [, id] of text.matchAll(/(?:(?:format|concat)!\(\s*|, )"([a-z][a-z-]*-)(?:\{[^"]*)?"/g)) prefixes.set(id, place)
}

// The refusals come with an explanation or a remedy, and the link's sentences in two families (report/src/link).
for (const [id, place] of [...needed]) {
  if (/^problem-(?!to-)/.test(id)) needed.set(`${id}-text`, place)
  if (/^(row|file)-/.test(id)) needed.set(`${id}-remedy`, place)
}
for (const family of ['link', 'panel']) {
  for (const verdict of ['more', 'fewer', 'unclear', 'unclear-more', 'unclear-fewer']) needed.set(`${family}-${verdict}`, 'server/report/src/link')
}

// In the shape of ids, but the address of a page, and the names of files and new records.
needed.delete('check-in')
for (const prefix of prefixes.keys()) if (/^(new|shop|trivsel)-/.test(prefix)) prefixes.delete(prefix)

for (const { path, messages } of catalogues) {
  for (const [id, place] of needed) {
    if (!messages.has(id)) problems.push(`${path} lacks ${id} (${place})`)
  }
  for (const [prefix, place] of prefixes) {
    if (![...messages].some(id => id.startsWith(prefix))) problems.push(`${path} has no ${prefix}… (${place})`)
  }
}
for (const problem of problems) console.log(`FAIL  ${problem}`)
if (!problems.length) console.log(`ok    ${needed.size} ids and ${prefixes.size} families of the code are in both catalogues`)
process.exitCode = problems.length ? 1 : 0
