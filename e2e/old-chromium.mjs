// Real old Chromiums, for the kernels that office browsers are made of. npm packages made for servers carry them; they
// are kept in node_modules/.cache. See setup.mjs for the syntax allowed here.
import { spawnSync } from 'child_process'
import { createHash } from 'crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'fs'
import path from 'path'
import { brotliDecompressSync } from 'zlib'
import { root, runNpm, say } from './setup.mjs'

const packages = {
  83: {
    name: 'chrome-aws-lambda@3.1.1',
    file: 'chrome-aws-lambda-3.1.1.tgz',
    sha512: 'ikOcpFgobiiUvDXtBft+jxVz2CsauRV58owDtVyF1ocl/YN+/eqdIrrmbItm3yeJGnb9RtKxzFAqGcpBTQbTCA==',
  },
  86: {
    name: 'chrome-aws-lambda@5.3.1',
    file: 'chrome-aws-lambda-5.3.1.tgz',
    sha512: 'KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==',
  },
  109: {
    name: '@sparticuz/chromium@109.0.6',
    file: 'sparticuz-chromium-109.0.6.tgz',
    sha512: '9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==',
  },
}

const folderOf = (version) => path.join(root, 'node_modules', '.cache', 'old-chromium', String(version))
const browserOf = (version) => path.join(folderOf(version), 'chromium')

/** Gives the path of this old Chromium, or undefined when it is not here. */
export function findOldChromium(version) {
  return existsSync(browserOf(version)) ? browserOf(version) : undefined
}

// It knows no --version: it would start and stay.
function starts(file) {
  const args = ['--no-sandbox', '--disable-gpu', '--dump-dom', 'about:blank']
  return spawnSync(file, args, { stdio: 'ignore', timeout: 60000 }).status === 0
}

async function fetchOne(version) {
  const { name, file, sha512 } = packages[version]
  const folder = folderOf(version)
  const archive = path.join(folder, file)
  const unpacked = path.join(folder, 'package', 'bin', 'chromium.br')
  mkdirSync(folder, { recursive: true })
  try {
    if ((await runNpm(['pack', '--silent', '--pack-destination', folder, name])) !== 0) return false
    if (createHash('sha512').update(readFileSync(archive)).digest('base64') !== sha512) return false
    if (spawnSync('tar', ['xzf', archive, '-C', folder, 'package/bin/chromium.br']).status !== 0) return false
    // Under its name only when it is whole and starts.
    const fresh = path.join(folder, 'fresh')
    writeFileSync(fresh, brotliDecompressSync(readFileSync(unpacked)))
    chmodSync(fresh, 0o755)
    if (!starts(fresh)) return false
    renameSync(fresh, browserOf(version))
    return true
  } catch {
    return false
  } finally {
    rmSync(archive, { force: true })
    rmSync(path.join(folder, 'package'), { recursive: true, force: true })
  }
}

/** Fetches the old Chromiums that are not here yet; where one cannot be had it says so, and its tests are skipped. */
export async function ensureOldChromiums() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  for (const version of Object.keys(packages)) {
    if (findOldChromium(version)) continue
    say(`正在下载 Chromium ${version}（约 50 MB，只用于测试）……`)
    if (!(await fetchOne(version))) say(`没有取到能启动的 Chromium ${version}，用它的测试会跳过。`)
  }
}
