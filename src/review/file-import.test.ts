import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatForYear } from '../format'
import { exampleReport } from '../report/example'
import { readFile, writeFile, type Beside } from './file'
import { reportOf } from '../report/reading'
import { noReview } from './review'

/** Any character of Unicode but half of a surrogate pair. */
const character = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code))

const format = formatForYear(2025)!
const beside: Beside = { filled: [], accepted: [], review: noReview, final: null }
const example = reportOf(format, exampleReport(format))

const opened = (text: string) => {
  const result = readFile(text)
  if (!result.ok) throw new Error(result.problem.message)
  return result
}

const toldOf = (text: string): readonly string[] => opened(text).told.map(({ message }) => message)

/** A sentence for a clerk: Chinese outside its quotes, ended, and saying what to do or what was done. */
const isSentence = (message: string): boolean =>
  !/[A-Za-z]/.test(message.replace(/“[^”]*”/g, '').replace(/\.json|（版本 [^）]*）/g, '')) &&
  /[一-龥]{6}/.test(message) &&
  /请|已读入/.test(message) &&
  message.endsWith('。')

const refusalOf = (text: string): string => {
  const result = readFile(text)
  if (result.ok) throw new Error('was read')
  expect(result.problem.message).toSatisfy(isSentence)
  return result.problem.message
}

/** Any object of a parsed file, loosely, to be spoilt by a test. */
interface Loose {
  [key: string]: Loose
}

/** The example's file after something in it was changed. */
const spoilt = (change: (file: Loose) => void): string => {
  const file = JSON.parse(writeFile(format, example, beside)) as Loose
  change(file)
  return JSON.stringify(file)
}

const put = (holder: Loose | undefined, key: string, value: unknown): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

describe('a file is read, and the clerk is told, when', () => {
  test('a figure was changed elsewhere: the digest does not fit', () => {
    const text = spoilt((file) => put(file['report']?.['cells']?.['fees']?.['charges'], 'amount', '312.50'))
    expect(opened(text).value.report.cells['fees']?.['charges']?.['amount']).toBe('312.50')
    expect(toldOf(text)).toEqual([expect.stringContaining('校验码与内容不符')])
    expect(toldOf(text)[0]).toSatisfy(isSentence)
  })

  test('the digest itself was changed', () => {
    const text = spoilt((file) => put(file, 'digest', `sha256:${'0'.repeat(64)}`))
    expect(toldOf(text)).toEqual([expect.stringContaining('校验码')])
    expect(opened(text).value.report).toEqual(example)
  })

  test('it was only laid out anew: then nothing is told', () => {
    expect(toldOf(spoilt(() => undefined))).toEqual([])
  })

  test('it has keys that this program does not know, at any depth: they are kept out and each is named', () => {
    const text = spoilt((file) => {
      put(file, 'extra', { a: 1 })
      put(file['report'], 'one', 1)
      put(file['report'], 'two', 2)
      put(file['report']?.['agency'], 'fax', '1')
      put(file['report']?.['cells'], 'secrets', {})
      put(file['report']?.['cells']?.['requests']?.['granted'], 'robots', 3)
      put(file['report']?.['overview']?.['0'], 'colour', 'red')
      put(file['report']?.['notes'], 'nowhere', '')
      put(file['totals'], 'nowhere', {})
      put(file['totals']?.['requests'], 'nowhere', { total: 1 })
      put(file['totals']?.['requests']?.['received'], 'nowhere', 1)
    })
    const told = toldOf(text)
    for (const message of told) expect(message).toSatisfy(isSentence)
    const places = told.flatMap((message) => /不认识的内容“(.*)”，没有读入/.exec(message)?.[1] ?? [])
    expect([...places].sort()).toEqual(
      [
        'extra',
        'report.one、two',
        'report.agency.fax',
        'report.cells.secrets',
        'report.cells.requests.granted.robots',
        'report.overview.0.colour',
        'report.notes.nowhere',
        'totals.nowhere',
        'totals.requests.nowhere',
        'totals.requests.received.nowhere',
      ].sort(),
    )
    expect(told).toHaveLength(10)
    expect(opened(text).value.report).toEqual(example)
  })

  test('it has keys named __proto__ or constructor: they are kept out and do no harm', () => {
    const text = spoilt((file) => {
      for (const holder of [file, file['report'], file['report']?.['agency'], file['report']?.['typed']]) {
        put(holder, '__proto__', { polluted: true, name: '别的局' })
        put(holder, 'constructor', { prototype: { polluted: true } })
      }
    })
    const { value, told } = opened(text)
    expect(value.report).toEqual(example)
    expect(told.filter(({ message }) => message.includes('__proto__、constructor'))).toHaveLength(4)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect((value.report as unknown as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.getPrototypeOf(value.report)).toBe(Object.prototype)
  })

  test('half characters stand in it: told once, and replaced', () => {
    const text = spoilt((file) => {
      put(file['report'], 'preface', '甲\ud800乙')
      put(file['report']?.['agency'], 'address', '\udc00')
    })
    const { value, told } = opened(text)
    expect([value.report.preface, value.report.agency.address]).toEqual(['甲\ufffd乙', '\ufffd'])
    expect(told.filter(({ message }) => message.includes('残缺的字符'))).toHaveLength(1)
    for (const { message } of told) expect(message).toSatisfy(isSentence)
  })
})

describe('a file that says the same twice is read, and the clerk is told', () => {
  test('parts of one id: all texts are there, each under an id of its own', () => {
    const text = spoilt((file) => put(file['report']?.['overview']?.['1'], 'id', 'p1'))
    const twice = text.replace(/"overview":\[\{"id":"[^"]*"/, '"overview":[{"id":"p1"')
    const { value } = opened(twice)
    expect(new Set(value.report.overview.map(({ id }) => id)).size).toBe(example.overview.length)
    expect(value.report.overview.map((part) => part.text)).toEqual(example.overview.map((part) => part.text))
    expect(toldOf(twice)).toEqual(expect.arrayContaining([expect.stringContaining('1 个段落的编号与别的段落相同')]))
  })

  test('a blank that is written in another way, upon which nothing final can rest', () => {
    const text = spoilt((file) => put(file['report']?.['overview']?.['0'], 'heading', ''))
    expect(toldOf(text)).toEqual(expect.arrayContaining([expect.stringContaining('空白写法与本程序不同')]))
  })

  test('a key, which no parser would tell', () => {
    expect(refusalOf(spoilt(() => undefined).replace('"report":{', '"report":{"year":2024,'))).toContain(
      '“report.year”写了两次',
    )
  })
})

test('the totals that a file states are handed on as they stand, for the checks to compare', () => {
  const text = spoilt((file) => put(file['totals']?.['requests']?.['received'], 'total', 116))
  expect(toldOf(text)).toEqual([])
  expect(opened(text).value.stated.get('requests.received.total')).toBe(116)
})

describe('a file is refused, with the reason, when', () => {
  test.each([
    ['nothing', ''],
    ['words', '年报'],
    ['a page', '<!doctype html><html></html>'],
    ['half a file', writeFile(format, example, beside).slice(0, 900)],
    ['an array', '[]'],
    ['a number', '2023'],
    ['null', 'null'],
    ['a text', '"2023"'],
    ['an empty object', '{}'],
    ['foreign JSON', '{"type":"FeatureCollection","version":1,"format":"2021","features":[]}'],
    ['a version in words', spoilt((file) => put(file, 'version', '1'))],
  ])('it is no report file: %s', (_, text) => {
    expect(refusalOf(text)).toMatch(/^文件不是年报文件.*请选择由本程序导出的 \.json 文件。$/)
  })

  test.each([2, 1.5, 99])('it is newer than this program (version %d)', (version) => {
    const text = spoilt((file) => {
      put(file, 'version', version)
      put(file, 'report', { anything: true })
    })
    expect(refusalOf(text)).toContain('请升级')
    expect(refusalOf(text)).toContain(String(version))
  })

  test.each(['2099', '', '__proto__', 'x'.repeat(10_000)])('its format is not known: %s', (id) => {
    const message = refusalOf(spoilt((file) => put(file, 'format', id)))
    expect(message).toContain('2019、2021 版格式')
    expect(message.length).toBeLessThan(120)
  })

  test.each<[string, (file: Loose) => void]>([
    ['单位名称', (file) => put(file['report']?.['agency'], 'name', 5)],
    ['单位类型', (file) => put(file['report']?.['agency'], 'kind', 'ministry')],
    ['规章制定权', (file) => put(file['report']?.['agency'], 'rulemaking', 'no')],
    ['年度', (file) => put(file['report'], 'year', 2020)],
    ['年度', (file) => put(file['report'], 'year', '2025')],
    ['标题', (file) => put(file['report'], 'title', null)],
    ['成文日期', (file) => put(file['report'], 'signedOn', '2024-02-30')],
    ['署名位置', (file) => put(file['report']?.['signature'], 'place', 'everywhere')],
    ['编制说明', (file) => put(file['report'], 'preface', ['a'])],
    ['一、总体情况', (file) => put(file['report']?.['overview']?.['0'], 'aspect', 'problems')],
    ['一、总体情况', (file) => put(file['report'], 'overview', {})],
    ['五、存在的主要问题及改进情况', (file) => put(file['report']?.['improvement']?.['0'], 'text', 5)],
    ['三、本年度办理结果 （一）予以公开 自然人', (file) => setGranted(file, '12')],
    ['三、本年度办理结果 （一）予以公开 自然人', (file) => setGranted(file, -1)],
    ['三、本年度办理结果 （一）予以公开 自然人', (file) => setGranted(file, 1.5)],
    ['三、本年度办理结果 （一）予以公开 自然人', (file) => setGranted(file, 1_000_000_000)],
    ['三、本年度办理结果 （一）予以公开 自然人', (file) => setGranted(file, true)],
    [
      '三、本年度办理结果 （一）予以公开 自然人',
      (file) => put(file['report']?.['typed'], 'requests.granted.natural', 5),
    ],
    ['行政事业性收费 本年收费金额（单位：万元）', (file) => setCharges(file, 676.1)],
    ['行政事业性收费 本年收费金额（单位：万元）', (file) => setCharges(file, '1e3')],
    ['行政事业性收费 本年收费金额（单位：万元）', (file) => setCharges(file, '007')],
    ['行政事业性收费 本年收费金额（单位：万元）', (file) => setCharges(file, '0.1234567')],
    ['收到和处理政府信息公开申请情况', (file) => delete file['report']?.['cells']?.['requests']],
    ['收到和处理政府信息公开申请情况', (file) => put(file['report']?.['cells']?.['requests'], 'granted', 3)],
    ['收费总金额（元）', (file) => put(file['report']?.['handlingFee'], 'billed', 0)],
    ['文件', (file) => delete file['report']],
    ['digest', (file) => put(file, 'digest', 'md5:0')],
    ['version', (file) => put(file, 'version', 0)],
  ])('“%s” is not what it must be', (place, change) => {
    const message = refusalOf(spoilt(change))
    expect(message).toContain(place === '文件' ? '：文件的内容不合要求' : `“${place}”的内容不合要求`)
    expect(message).toContain('没有读入')
  })

  test('it nests 100000 deep, without a crash', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(refusalOf(deep)).toContain('嵌套过深')
    expect(refusalOf('{"a":'.repeat(100_000))).toContain('嵌套过深')
    expect(refusalOf(spoilt(() => undefined).replace('"review":{', () => `"review":{"a":${deep},`))).toContain(
      '嵌套过深',
    )
  })

  test('it is anything else, without a crash', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.string({ unit: character }), (json, text) => {
        refusalOf(json)
        refusalOf(text)
      }),
    )
  })

  test('any one value in it is replaced by another kind, without a crash and without a silent change', () => {
    const paths: string[][] = []
    const walk = (value: unknown, path: string[]): void => {
      paths.push(path)
      if (value !== null && typeof value === 'object')
        for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
    }
    walk(JSON.parse(writeFile(format, example, beside)), [])
    const wrong = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, -1, 1e21, '', {}, []))
    fc.assert(
      fc.property(fc.constantFrom(...paths.slice(1)), wrong, (path, value) => {
        const text = spoilt((file) => {
          const holder = path.slice(0, -1).reduce<Loose | undefined>((inner, key) => inner?.[key], file)
          put(holder, path[path.length - 1] ?? '', value)
        })
        const result = readFile(text)
        if (!result.ok) expect(result.problem.message).toSatisfy(isSentence)
        else if (result.told.length === 0) expect(result.value.report).toEqual(example)
      }),
      { numRuns: 300 },
    )
  }, 30_000)
})

function setGranted(file: Loose, value: unknown): void {
  put(file['report']?.['cells']?.['requests']?.['granted'], 'natural', value)
}

function setCharges(file: Loose, value: unknown): void {
  put(file['report']?.['cells']?.['fees']?.['charges'], 'amount', value)
}
