// Fails when what the browser must load before it can show the home screen has grown past the limit.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const limit = 150_000
const oneFile = '政府信息公开年报.html'
const homeFolder = 'src/screens/home/'
const homeKey = `${homeFolder}Home.tsx`
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const dist = path.join(root, 'dist')

function fail(text) {
  console.log(text)
  process.exit(1)
}

// The home screen counts as part of the entry, and needs no adding, when no chunk that is loaded on demand comes from
// its folder. Should its file have moved, or another file of the folder be loaded on demand, this check no longer knows
// where the first screen is, and fails.
function firstLoadKeys(manifest) {
  const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry)
  if (!entries.includes('index.html'))
    fail('dist/manifest.json 里没有入口 index.html：请检查 vite.config.ts 的构建设置。')
  if (!existsSync(path.join(root, homeKey))) fail(`首页文件 ${homeKey} 不在了：请把 e2e/budget.mjs 里的位置改成新的。`)
  if (manifest[homeKey]) return ['index.html', homeKey]
  const others = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry && key.startsWith(homeFolder))
  if (others.length > 0) {
    fail(`首页的按需加载入口成了 ${others.join('、')}，不再是 ${homeKey}：请把 e2e/budget.mjs 里的位置改成新的。`)
  }
  return ['index.html']
}

function collectFiles(manifest, keys) {
  const seen = new Set()
  const files = new Set()
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key] ?? fail(`dist/manifest.json 里缺少 ${key}：请重新构建，再运行本检查。`)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  keys.forEach(visit)
  return files
}

// Whatever index.html names itself is loaded first as well, even when the manifest does not know it.
function filesNamedInPage(html) {
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g)].map(([, address]) => address)
  const outside = named.filter((address) => /^(?:[a-z]+:)?\/\//i.test(address))
  if (outside.length > 0) fail(`网页从别处加载 ${outside.join('、')}，算不出体积：请把它放进本项目。`)
  return named.map((address) => address.replace(/[?#].*$/, '').replace(/^\.?\//, ''))
}

function readBuilt(name) {
  const file = path.join(dist, name)
  return existsSync(file) ? readFileSync(file) : fail(`dist/${name} 不存在：请先运行 npm run build，再运行本检查。`)
}

const manifest = JSON.parse(readBuilt('manifest.json').toString())
const files = collectFiles(manifest, firstLoadKeys(manifest))
for (const file of filesNamedInPage(readBuilt('index.html').toString())) files.add(file)

const rows = [...files]
  .filter((file) => /\.(?:js|css)$/.test(file))
  .map((file) => ({ file, content: readBuilt(file) }))
  .map(({ file, content }) => ({ file, bytes: content.length, gz: gzipSync(content, { level: 9 }).length }))
if (rows.length === 0) fail('没有找到首屏要加载的文件：请检查 vite.config.ts 的构建设置。')

const bytes = rows.reduce((sum, row) => sum + row.bytes, 0)
const gz = rows.reduce((sum, row) => sum + row.gz, 0)
const width = Math.max(...rows.map(({ file }) => file.length))
for (const row of [...rows, { file: 'sum', bytes, gz }]) {
  console.log(`${row.file.padEnd(width)} ${String(row.bytes).padStart(9)} B ${String(row.gz).padStart(9)} B gzip`)
}
if (gz > limit)
  fail(`首屏要加载 ${gz} 字节（压缩后），超过了 ${limit} 字节：请去掉用不到的依赖，或把它们改成按需加载。`)
console.log(`首屏要加载 ${gz} 字节（压缩后），没有超过 ${limit} 字节。`)

const whole = readBuilt(oneFile)
console.log(`单个文件 ${oneFile} 有 ${whole.length} 字节，压缩后 ${gzipSync(whole, { level: 9 }).length} 字节。`)
