// `npm start`: installs, builds and serves the page on this computer only. See setup.mjs for the syntax allowed here.
import { install, isPortTaken, nodeProblem, root, runTool, say } from './setup.mjs'

const usualPort = 4173
const tries = 10

function fail(text) {
  say(text)
  process.exit(1)
}

function readPort() {
  const text = (process.env.PORT || '').trim()
  if (!text) return undefined
  const port = /^\d+$/.test(text) ? Number(text) : 0
  if (port < 1 || port > 65535)
    fail(`环境变量 PORT 的值「${text}」不是端口号：请改成 1 到 65535 之间的整数，或去掉它。`)
  return port
}

async function serve(preview, port) {
  if (await isPortTaken(port)) return false
  try {
    await preview({ root, preview: { port, host: 'localhost', strictPort: true, open: false } })
    return true
  } catch (error) {
    if (/already in use/.test(error.message)) return false
    return fail(`端口 ${port} 打不开（${error.message}）：请用环境变量 PORT 换一个端口，再重新运行。`)
  }
}

async function serveOnFreePort(preview) {
  for (let port = usualPort; port < usualPort + tries; port++) {
    if (await serve(preview, port)) return port
    if (port + 1 < usualPort + tries) say(`端口 ${port} 已被占用，改用 ${port + 1}`)
  }
  const range = `${usualPort} 到 ${usualPort + tries - 1}`
  return fail(`端口 ${range} 都已被占用：请关掉占用它们的程序，或用环境变量 PORT 另外指定一个端口，再重新运行。`)
}

async function main() {
  const problem = nodeProblem(process.versions.node)
  if (problem) fail(problem)
  const asked = readPort()
  const taken = `端口 ${asked} 已被占用：请关掉占用它的程序，或把环境变量 PORT 改成别的端口，再重新运行。`
  if (asked && (await isPortTaken(asked))) fail(taken)

  if (!(await install())) process.exit(1)
  say('正在构建网页……')
  if ((await runTool('vite', ['build', '--logLevel', 'warn'])) !== 0) {
    fail('构建没有成功：请看上面的报错，改正以后再重新运行。')
  }
  process.on('SIGINT', () => process.exit(0))
  const { preview } = await import('vite')
  if (asked && !(await serve(preview, asked))) fail(taken)
  const port = asked || (await serveOnFreePort(preview))
  say(`网页已经可以打开：http://localhost:${port}/ （按 Ctrl+C 停止）`)
}

main().catch((error) => fail(`没有能启动（${error.message}）：请删去 node_modules 文件夹，再重新运行 npm start。`))
