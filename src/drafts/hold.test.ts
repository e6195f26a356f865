import { afterEach, describe, expect, test } from 'vitest'
import { FakeBrowser, type FakeWindow } from './fake-windows'
import { claimsByLeases } from './hold-leases'

let browser: FakeBrowser

afterEach(() => browser.end())

const begin = (kind: 'locks' | 'leases'): FakeBrowser => (browser = new FakeBrowser(kind))

const opened = async (): Promise<FakeWindow> => {
  const window = browser.open()
  await browser.wait(2_000)
  return window
}

const states = (...windows: FakeWindow[]) => windows.map(({ hold }) => hold.get())

describe.each(['locks', 'leases'] as const)('with %s', (kind) => {
  test('the first window fills in, the second reads and follows what is saved', async () => {
    begin(kind)
    const [a, b] = [await opened(), await opened()]
    expect(states(a, b)).toEqual(['holding', 'held'])
    expect([a.isBarred, b.isBarred]).toEqual([false, true])
    browser.type(a, '甲')
    await browser.wait(400)
    expect(b.text).toBe('甲')
    expect(browser.type(b, '乙')).toBe(false)
  })

  test('what cannot be stored is journaled at once, should the computer die, and no longer once it is stored', async () => {
    begin(kind)
    const a = await opened()
    a.isFull = true
    browser.type(a, '存不下的')
    await browser.wait(1_000)
    expect(browser.journals.get('w1')?.content.typed.title).toBe('存不下的')
    a.isFull = false
    await browser.wait(12_000)
    expect(browser.draft?.typed.title).toBe('存不下的')
    expect(browser.journals.size).toBe(0)
  })

  test('a window takes over in mid-word: all is stored, and what belongs to the work goes along', async () => {
    begin(kind)
    const [a, b] = [await opened(), await opened()]
    browser.type(a, '写到一半')
    browser.take(b)
    await browser.wait(1_000)
    expect(states(a, b)).toEqual(['moved', 'holding'])
    expect([a.text, b.text, browser.draft?.typed.title]).toEqual(['写到一半', '写到一半', '写到一半'])
    expect(b.luggage).toEqual({ from: 'w1' })
    browser.type(b, '接着写')
    await browser.wait(400)
    expect([a.text, browser.draft?.typed.title]).toEqual(['写到一半接着写', '写到一半接着写'])
    expect(browser.asides).toEqual([])

    browser.take(a)
    await browser.wait(1_000)
    expect(states(a, b)).toEqual(['holding', 'moved'])
    browser.type(a, '又回来')
    await browser.wait(400)
    expect([b.text, browser.draft?.typed.title]).toEqual(['写到一半接着写又回来', '写到一半接着写又回来'])
  })

  test('a frozen window is taken over from; its words are a draft of their own when it wakes', async () => {
    begin(kind)
    const [a, b] = [await opened(), await opened()]
    browser.type(a, '存下的')
    await browser.wait(400)
    browser.type(a, '没存的')
    browser.freeze(a)
    browser.take(b)
    await browser.wait(5_500)
    expect(states(b)).toEqual(['holding'])
    browser.type(b, '新写的')
    await browser.wait(400)
    browser.thaw(a)
    await browser.wait(2_000)
    expect(states(a, b)).toEqual(['moved', 'holding'])
    expect(browser.draft?.typed.title).toBe('存下的新写的')
    expect(browser.asides).toEqual(['存下的没存的'])
    expect(a.sitting?.trouble()).toEqual({ kind: 'aside', name: '存下的没存的' })
    expect(a.text).toBe('存下的新写的')
  })

  test('what a frozen window still has to save never gets beneath the window that took over', async () => {
    begin(kind)
    const [a, b] = [await opened(), await opened()]
    browser.type(a, '没存的')
    browser.freeze(a)
    browser.take(b)
    await browser.wait(5_500)
    browser.thaw(a)
    await browser.wait(1_000)
    browser.type(b, '新写的')
    await browser.wait(1_000)
    expect(states(a, b)).toEqual(['moved', 'holding'])
    expect([browser.draft?.typed.title, browser.asides]).toEqual(['新写的', ['没存的']])
  })

  test('what can be set aside only later is set aside by itself, and then what is stored is shown', async () => {
    begin(kind)
    const [a, b] = [await opened(), await opened()]
    a.isFull = true
    browser.type(a, '没存的')
    await browser.wait(400)
    browser.freeze(a)
    browser.take(b)
    await browser.wait(5_500)
    browser.thaw(a)
    await browser.wait(1_000)
    expect([a.text, a.sitting?.trouble()]).toEqual(['没存的', { kind: 'unsaved' }])
    a.isFull = false
    await browser.wait(15_000)
    expect([states(a, b), browser.asides, a.text]).toEqual([['moved', 'holding'], ['没存的'], ''])
  })

  test('the words of an overtaken window stay on its page while they cannot be stored', async () => {
    begin(kind)
    const [a, b] = [await opened(), await opened()]
    browser.type(a, '没存的')
    browser.freeze(a)
    browser.take(b)
    await browser.wait(5_500)
    a.isFull = true
    browser.thaw(a)
    browser.type(b, '新写的')
    await browser.wait(2_000)
    expect(a.sitting?.trouble()).toEqual({ kind: 'unsaved' })
    expect(a.text).toBe('没存的')
    expect(browser.journals.get('w1')?.content.typed.title).toBe('没存的')
    a.isFull = false
    browser.take(a)
    await browser.wait(2_000)
    expect(states(a, b)).toEqual(['holding', 'moved'])
    expect([browser.asides, a.text]).toEqual([['没存的'], '新写的'])
  })

  test.each(['close', 'crash'] as const)('after a %s the other is told, and takes nothing by itself', async (how) => {
    begin(kind)
    const [a, b] = [await opened(), await opened()]
    browser[how](a)
    await browser.wait(how === 'close' ? 1_100 : 7_000)
    expect(states(b)).toEqual(['free'])
    expect(b.isBarred).toBe(true)
    browser.take(b)
    await browser.wait(1_500)
    expect(states(b)).toEqual(['holding'])
    const c = await opened()
    expect(states(b, c)).toEqual(['holding', 'held'])
  })

  test('a window that cannot store, or is in the middle of a dialog, keeps the draft and says so', async () => {
    begin(kind)
    const [a, b] = [await opened(), await opened()]
    a.isBusy = true
    browser.take(b)
    await browser.wait(500)
    expect(states(a, b)).toEqual(['holding', 'kept'])
    a.isBusy = false
    a.isFull = true
    browser.type(a, '存不下')
    browser.take(b)
    await browser.wait(500)
    expect(states(a, b)).toEqual(['holding', 'kept'])
    expect(a.isBarred).toBe(false)
    a.isFull = false
    browser.take(b)
    await browser.wait(500)
    expect(states(a, b)).toEqual(['moved', 'holding'])
    expect(b.text).toBe('存不下')
  })

  test('a page that is loaded anew has its draft back, though the old one is not quite gone', async () => {
    begin(kind)
    const a = await opened()
    // Nothing runs in it any more, but the browser has yet to notice.
    browser.freeze(a)
    const again = browser.open()
    await browser.wait(20)
    browser.crash(a)
    await browser.wait(kind === 'locks' ? 200 : 6_000)
    if (kind === 'leases') browser.take(again)
    await browser.wait(1_500)
    expect(states(again)).toEqual(['holding'])
  })

  test('of two windows that want it at once both may, one after the other, and no word is lost', async () => {
    begin(kind)
    const [a, b, c] = [await opened(), await opened(), await opened()]
    browser.type(a, '甲')
    browser.take(b)
    browser.take(c)
    await browser.wait(6_000)
    expect(states(a, b, c).filter((state) => state === 'holding')).toHaveLength(1)
    expect([a.text, b.text, c.text]).toEqual(['甲', '甲', '甲'])
    expect(browser.asides).toEqual([])
  })

  test('a window that fills in and finds that another one stores, too, reads from then on', async () => {
    begin(kind)
    const a = await opened()
    browser.type(a, '甲')
    await browser.wait(400)
    browser.storeElsewhere('甲乙')
    await browser.wait(400)
    expect([states(a), a.text, a.isBarred, browser.asides]).toEqual([['moved'], '甲乙', true, []])
    browser.take(a)
    await browser.wait(4_000)
    browser.type(a, '丙')
    await browser.wait(400)
    expect([states(a), browser.draft?.typed.title]).toEqual([['holding'], '甲乙丙'])
  })

  test('a word that is still being composed when another one stores is set aside with the rest', async () => {
    begin(kind)
    const a = await opened()
    browser.type(a, '甲')
    await browser.wait(400)
    a.composing = '合成中'
    browser.storeElsewhere('甲乙')
    await browser.wait(400)
    expect([states(a), a.text, browser.asides]).toEqual([['moved'], '甲乙', ['甲合成中']])
  })

  test('what the window itself stores by another way is not taken for another window’s', async () => {
    begin(kind)
    const a = await opened()
    browser.type(a, '甲')
    await browser.wait(400)
    a.run(() => {
      void a.sitting?.alone(async () => {
        browser.storeElsewhere('恢复的')
        await new Promise((resolve) => setTimeout(resolve, 100))
        a.sitting?.stop()
      })
    })
    await browser.wait(2_000)
    expect(states(a)).toEqual(['holding'])
  })

  test('a draft that was removed cannot be taken', async () => {
    begin(kind)
    const [a, b] = [await opened(), await opened()]
    browser.close(a)
    await browser.wait(7_000)
    browser.draft = undefined
    browser.isRemoved = true
    browser.take(b)
    await browser.wait(500)
    expect(b.sitting?.trouble()).toEqual({ kind: 'gone' })
    expect(b.isBarred).toBe(true)
  })

  test('a draft that another program cleared away is told as that, and put back by the window that takes it', async () => {
    begin(kind)
    const [a, b] = [await opened(), await opened()]
    browser.type(a, '甲')
    await browser.wait(400)
    browser.draft = undefined
    browser.close(a)
    await browser.wait(7_000)
    browser.storeElsewhere('')
    await browser.wait(400)
    expect([b.sitting?.trouble(), b.text]).toEqual([{ kind: 'cleared' }, '甲'])
    browser.take(b)
    await browser.wait(4_000)
    expect([states(b), b.sitting?.trouble(), browser.draft]).toMatchObject([
      ['holding'],
      undefined,
      { typed: { title: '甲' } },
    ])
  })
})

test('where neither locks nor local storage can be had every window fills in, and saves are what decides', async () => {
  begin('leases')
  const refuse = (): Storage => {
    throw new DOMException('off', 'SecurityError')
  }
  const claims = claimsByLeases(refuse, { post: () => undefined, on: () => () => undefined }, 'w1')
  expect(await claims.claim('r1', () => undefined)).toBe(true)
  await claims.seize('r1', () => undefined)
  expect(await claims.isHeld('r1')).toBe(false)
  claims.release('r1')
  await browser.wait(2_000)
})
