import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { format2021 } from '../../format/2021'
import { exampleReport } from '../../report/example'
import { readFile } from '../../review/file'
import { forget } from '../database'
import { newDraft } from '../draft'
import { fakeLocalStorage } from '../fake-local-storage'
import { putDraft, removeDraft } from '../store'
import { workSince } from '../work-since'
import type { Folder } from './folder'
import { writeCopy } from './write-copy'

const kept = vi.hoisted(() => ({ value: undefined as unknown }))
// A folder of functions cannot be stored as a real one can.
vi.mock('./kept-folder', () => ({
  keptFolder: async () => kept.value,
  rememberCopy: async (_kept: object, draft: string, copy: object) => {
    const { copies } = kept.value as { copies: Record<string, object> }
    copies[draft] = copy
  },
}))

interface Held {
  text: string
  modified: number
}

let time = 1

/** A folder in memory; `fault` is thrown by the step of that name. */
const fakeFolder = (fault: { step?: 'open' | 'write' | 'close'; error?: Error } = {}) => {
  const files = new Map<string, Held>()
  const failing = (step: 'open' | 'write' | 'close'): void => {
    if (fault.step === step) throw fault.error ?? new DOMException('full', 'QuotaExceededError')
  }
  const folder: Folder = {
    name: '留底',
    getFileHandle: async (name, options = {}) => {
      failing('open')
      if (!files.has(name) && !options.create) throw new DOMException('', 'NotFoundError')
      if (!files.has(name)) files.set(name, { text: '', modified: (time += 1) })
      return {
        getFile: async () => {
          const { text, modified } = files.get(name) ?? { text: '', modified: 0 }
          return { size: new TextEncoder().encode(text).length, lastModified: modified, text: async () => text }
        },
        createWritable: async () => {
          let text = ''
          return {
            write: async (more) => {
              failing('write')
              text += more
            },
            close: async () => {
              failing('close')
              files.set(name, { text, modified: (time += 1) })
            },
            abort: async () => undefined,
          }
        },
      }
    },
    removeEntry: async (name) => void files.delete(name),
  }
  return { folder, files, fault }
}

describe('a copy', () => {
  test('takes the place of the one that it wrote before, and of no other', async () => {
    const { folder, files } = fakeFolder()
    const first = await writeCopy(folder, '甲', '一', undefined)
    const second = await writeCopy(folder, '甲', '二', first)
    expect([...files.keys()]).toEqual(['甲.json'])
    expect(files.get('甲.json')?.text).toBe('二')
    // Somebody else changed it: theirs stays.
    files.set('甲.json', { text: '别人的', modified: (time += 1) })
    const third = await writeCopy(folder, '甲', '三', second)
    expect(third.name).toBe('甲（2）.json')
    expect(files.get('甲.json')?.text).toBe('别人的')
    // Another draft of the same name has no file there yet.
    expect((await writeCopy(folder, '甲', '四', undefined)).name).toBe('甲（3）.json')
    expect(files.get('甲（2）.json')?.text).toBe('三')
  })

  test.each(['write', 'close'] as const)(
    'that fails at its %s leaves what was there, and no empty file',
    async (step) => {
      const { folder, files, fault } = fakeFolder()
      const before = await writeCopy(folder, '甲', '一', undefined)
      fault.step = step
      await expect(writeCopy(folder, '甲', '二', before)).rejects.toThrow('full')
      await expect(writeCopy(folder, '乙', '二', undefined)).rejects.toThrow('full')
      expect([...files].map(([name, { text }]) => [name, text])).toEqual([['甲.json', '一']])
    },
  )

  test('that is there already is not written again', async () => {
    const { folder, fault } = fakeFolder()
    const before = await writeCopy(folder, '甲', '一', undefined)
    fault.step = 'write'
    expect(await writeCopy(folder, '甲', '一', before)).toEqual(before)
  })

  test('that another computer wrote just so is not its own: what comes next stands beside it', async () => {
    const { folder, files } = fakeFolder()
    await writeCopy(folder, '甲', '一', undefined)
    // Somebody opened that very file on this computer, and then went on.
    const here = await writeCopy(folder, '甲', '一', undefined)
    expect([...files.keys()]).toEqual(['甲.json'])
    const next = await writeCopy(folder, '甲', '二', here)
    expect(next.name).toBe('甲（2）.json')
    expect(files.get('甲.json')?.text).toBe('一')
    // From there on it is its own.
    expect((await writeCopy(folder, '甲', '三', next)).name).toBe('甲（2）.json')
  })
})

describe('the copies of all drafts', () => {
  fakeLocalStorage()
  const draftOf = (id: string, revision = 1) => ({
    ...newDraft(format2021.id, { ...exampleReport(format2021), id }, 1_000),
    revision,
  })

  const open = async (fault: Parameters<typeof fakeFolder>[0] = {}) => {
    const made = fakeFolder(fault)
    kept.value = { folder: made.folder, copies: {} }
    const { copyChanged } = await import('./copier')
    const { lastProblem } = await import('./state')
    const names = (): readonly string[] => [...made.files.keys()]
    return { ...made, copyChanged, lastProblem, names }
  }

  beforeEach(async () => {
    await forget()
    vi.stubGlobal('navigator', {})
    vi.useFakeTimers({ now: new Date(2026, 10, 28, 10), toFake: ['Date'] })
    return () => vi.useRealTimers()
  })

  test('are report files that can be opened; only what changed is written, and each day has its own', async () => {
    const { copyChanged, files, names } = await open()
    await putDraft(draftOf('r1'), 'created')
    await putDraft(draftOf('r2'), 'created')
    await copyChanged()
    const [one, other] = names()
    expect(one).toMatch(/2025年.* 2026-11-28\.json$/)
    expect(other).toBe(one?.replace('.json', '（2）.json'))
    const read = [...files.values()].map(({ text }) => readFile(text))
    expect(read.map((file) => file.ok && file.value.isWhole && file.value.report.id).sort()).toEqual(['r1', 'r2'])
    expect(workSince('r1').copiedAt).toBe(Date.now())

    const before = [...files.values()].map(({ modified }) => modified)
    await copyChanged()
    expect([...files.values()].map(({ modified }) => modified)).toEqual(before)

    vi.setSystemTime(new Date(2026, 10, 29, 10))
    await putDraft({ ...draftOf('r1'), changedAt: 2_000 }, 'created')
    await copyChanged()
    expect(names()).toEqual([one, other, one?.replace('28', '29')])
    await removeDraft('r1')
    await copyChanged()
    expect(names()).toHaveLength(3)
  })

  test('go on with the next where one fails, say why, and are made up for when it is mended', async () => {
    const { copyChanged, names, fault, lastProblem } = await open({ step: 'close' })
    await putDraft(draftOf('r3'), 'created')
    await copyChanged()
    expect(names()).toEqual([])
    expect(lastProblem()).toMatchObject({ name: 'QuotaExceededError' })
    expect(workSince('r3').copiedAt).toBe(0)
    delete fault.step
    await copyChanged()
    expect(names()).toHaveLength(1)
    expect(lastProblem()).toBe(undefined)
  })

  test('are left to the window that is at it', async () => {
    const { copyChanged, names } = await open()
    await putDraft(draftOf('r5'), 'created')
    const request = async (_name: string, _options: object, work: (held: object | null) => Promise<void>) => work(null)
    vi.stubGlobal('navigator', { locks: { request } })
    await copyChanged()
    expect(names()).toEqual([])
  })

  test('wait while the browser has not allowed them again', async () => {
    const { copyChanged, names, folder } = await open()
    Object.assign(folder, { queryPermission: async () => 'prompt' })
    await putDraft(draftOf('r4'), 'created')
    await copyChanged()
    expect(names()).toEqual([])
  })
})
