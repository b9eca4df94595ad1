// Lays out target/site, what the server hands to browsers: style sheet, script, wasm, typefaces, public files.
// Names of script, wasm and style sheet carry a hash of their content, so that browsers may keep them for good;
// hash.txt tells the server the hashes. Text is compressed beforehand. Run by .ci/build; it compiles no Rust.
// Usage: node .ci/site.mjs FOLDER-WITH-WASM-BINDGEN-OUTPUT
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const bindgen = process.argv[2]
const site = 'target/site'
const modules = 'style/node_modules'
const compressible = new Set(['.css', '.js', '.wasm', '.svg', '.json', '.txt', '.webmanifest'])
const wanted = new Set()

const filesUnder = folder =>
  !existsSync(folder) ? [] : readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))

const hashOf = content => createHash('sha256').update(content).digest('hex').slice(0, 16)

// Writes only what differs, so that compressed neighbours stay valid, and through a rename, so that no request sees half a file.
function put(path, content) {
  const target = join(site, path)
  wanted.add(target)
  if (existsSync(target) && readFileSync(target).equals(Buffer.from(content))) return
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target + '.part', content)
  renameSync(target + '.part', target)
  for (const suffix of ['.br', '.gz']) rmSync(target + suffix, { force: true })
}

function putHashed(kind, content) {
  const hash = hashOf(content)
  put(`pkg/trivsel.${hash}.${kind}`, content)
  return hash
}

function compress(path) {
  const raw = readFileSync(path)
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } }
  const ways = { '.br': () => brotliCompressSync(raw, brotli), '.gz': () => gzipSync(raw, { level: 9 }) }
  for (const [suffix, way] of Object.entries(ways)) {
    if (!existsSync(path + suffix)) writeFileSync(path + suffix, way())
    wanted.add(path + suffix)
  }
}

const sass = createRequire(join(process.cwd(), modules, 'sass/package.json'))('sass')
const css = sass.compile('style/main.scss', { style: 'compressed', loadPaths: [modules] }).css

for (const [family, name] of [['inter', 'inter'], ['source-serif-4', 'source-serif-4']]) {
  const source = join(modules, '@fontsource-variable', family)
  for (const subset of ['latin', 'latin-ext']) {
    put(`fonts/${name}-${subset}.woff2`, readFileSync(join(source, 'files', `${family}-${subset}-wght-normal.woff2`)))
  }
  put(`fonts/${name}-licence.txt`, readFileSync(join(source, 'LICENSE')))
}
for (const file of filesUnder('app/public')) put(relative('app/public', file), readFileSync(file))
for (const file of filesUnder(join(bindgen, 'snippets'))) put(join('pkg', relative(bindgen, file)), readFileSync(file))

// A script that names its wasm, and the wasm.
function putBound(name) {
  const wasm = putHashed('wasm', readFileSync(join(bindgen, `${name}_bg.wasm`)))
  const bound = readFileSync(join(bindgen, `${name}.js`), 'utf8').replaceAll(`${name}_bg.wasm`, `trivsel.${wasm}.wasm`)
  return { js: putHashed('js', bound), wasm }
}

// The small helps of every page, which load the islands where a page has some.
const helps = readFileSync('app/scripts/page.js', 'utf8').replace(/^\s*(\/\/|\/\*\*).*\n/gm, '')
const [islands, hint] = [putBound('hydrate'), putBound('hint')]
const hashes = {
  page: putHashed('js', helps), ...islands, hintjs: hint.js, hintwasm: hint.wasm, css: putHashed('css', css),
}

for (const path of [...wanted]) if (compressible.has(extname(path))) compress(path)
put('hash.txt', Object.entries(hashes).map(([kind, hash]) => `${kind}: ${hash}\n`).join(''))

// Last, because a running server may still hand out the names of before.
for (const file of filesUnder(site)) if (!wanted.has(file)) rmSync(file)

const kilobytes = path => `${(statSync(path).size / 1000).toFixed(1)} kB`.padStart(10)
for (const [kind, hash] of Object.entries(hashes)) {
  const path = join(site, 'pkg', `trivsel.${hash}.${kind === 'page' ? 'js' : kind.replace('hint', '')}`)
  console.log(`site: ${kind.padEnd(9)} ${kilobytes(path)} raw ${kilobytes(path + '.br')} brotli  ${basename(path)}`)
}
