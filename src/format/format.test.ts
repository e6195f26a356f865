import { describe, expect, test } from 'vitest'
import { lines, margin, places, summed } from '../report/axis'
import { formatById, formatForYear, formats } from '.'
import type { Axis, Balance, Block, Format, Heading, Line, Table, Term } from '.'

const blocksOf = (format: Format): readonly Block[] => format.sections.flatMap(({ blocks }) => blocks)

const tablesOf = (format: Format): readonly Table[] =>
  blocksOf(format).filter((block): block is Table => block.kind === 'table')

const tableOf = (format: Format, id: string): Table => {
  const table = tablesOf(format).find((one) => one.id === id)
  if (!table) throw new Error(`no table ${id}`)
  return table
}

const nodes = (axis: Axis): readonly (Line | Heading)[] =>
  axis.flatMap((node) => ('lines' in node ? [node, ...nodes(node.lines)] : [node]))

const entered = (axis: Axis): readonly Line[] => lines(axis).filter(({ sum }) => sum === undefined)

const cellCounts = (table: Table) => {
  const all = lines(table.rows).length * lines(table.columns).length
  const typed = entered(table.rows).length * entered(table.columns).length
  return { entered: typed, computed: all - typed }
}

const repeated = (ids: readonly string[]): readonly string[] => ids.filter((id, index) => ids.indexOf(id) !== index)

/** Squares of an axis's head that no cell covers, or more than one. */
const badlyTiled = (axis: Axis): readonly string[] => {
  const { levels, cells } = margin(axis)
  const covered = new Map<string, number>()
  for (const cell of cells)
    for (let line = cell.line; line < cell.line + cell.lines; line += 1)
      for (let level = cell.level; level < cell.level + cell.levels; level += 1)
        covered.set(`${line}/${level}`, (covered.get(`${line}/${level}`) ?? 0) + 1)
  const wanted = lines(axis).flatMap((_, line) => Array.from({ length: levels }, (_, level) => `${line}/${level}`))
  return [
    ...wanted.filter((square) => covered.get(square) !== 1),
    ...[...covered.keys()].filter((square) => !wanted.includes(square)),
  ]
}

const termProblem = (format: Format, term: Term): string | undefined => {
  const [table = '', row = '', column, ...rest] = term.replace(/^last:/, '').split('.')
  const found = tablesOf(format).find(({ id }) => id === table)
  if (!found) return `${term}: no table ${table}`
  if (rest.length > 0) return `${term}: too long`
  const has = (axis: Axis, id: string) => lines(axis).some((line) => line.id === id)
  if (row !== '*' && !has(found.rows, row)) return `${term}: no row ${row}`
  if (row === '*' && column === undefined) return `${term}: every row of no column`
  if (column !== undefined && !has(found.columns, column)) return `${term}: no column ${column}`
  return undefined
}

const termShape = (term: Term): string => {
  const [table = '', row = '', column] = term.replace(/^last:/, '').split('.')
  return `${table} ${row === '*' ? 'each row' : column === undefined ? 'each column' : 'one cell'}`
}

const placeholdersOf = ({ left, right }: Balance): readonly string[] => [
  'place',
  'difference',
  'left',
  'right',
  ...left.map((_, index) => `left.${index}`),
  ...right.map((_, index) => `right.${index}`),
]

describe.each(formats.map((format) => [format.id, format] as const))('the format %s', (_, format) => {
  test('names every section, block and field once', () => {
    expect(repeated(format.sections.map(({ id }) => id))).toEqual([])
    expect(repeated(blocksOf(format).map(({ id }) => id))).toEqual([])
    expect(repeated(format.front.map(({ id }) => id))).toEqual([])
    expect(repeated(format.front.flatMap(({ choices = [] }) => choices.map(({ id }) => id)))).toEqual([])
  })

  test('names every row, column, fee line and part once on its axis, and no heading stands over nothing', () => {
    const ids = (axis: Axis) => nodes(axis).map(({ id }) => id)
    for (const block of blocksOf(format)) {
      if (block.kind === 'subsections') expect(repeated(block.aspects.map(({ id }) => id)), block.id).toEqual([])
      else if (block.kind === 'figures') expect(repeated(ids(block.lines)), block.id).toEqual([])
      else {
        expect(repeated(ids(block.rows)), block.id).toEqual([])
        expect(repeated(ids(block.columns)), block.id).toEqual([])
        const headings = [...nodes(block.rows), ...nodes(block.columns)].flatMap((node) =>
          'lines' in node ? [node] : [],
        )
        expect(
          headings.filter((heading) => heading.lines.length < 2),
          block.id,
        ).toEqual([])
      }
    }
  })

  test('uses ids that can stand in an address', () => {
    const ids = blocksOf(format).flatMap((block) =>
      block.kind === 'table' ? [block.id, ...[...nodes(block.rows), ...nodes(block.columns)].map(({ id }) => id)] : [],
    )
    expect(ids.filter((id) => !/^[a-z][A-Za-z]*$/.test(id))).toEqual([])
  })

  test('gives every row and column its statutory label, without spaces around it', () => {
    for (const { rows, columns, id } of tablesOf(format)) {
      for (const { label } of [...nodes(rows), ...nodes(columns)]) expect(label, id).toBe(label.trim())
      expect(
        nodes(columns).filter(({ label }) => label === ''),
        id,
      ).toEqual([])
    }
    const unlabelled = tablesOf(format).flatMap(({ rows }) => nodes(rows).filter(({ label }) => label === ''))
    expect(unlabelled.map(({ id }) => id)).toEqual(['cases'])
  })

  test('adds up only entered lines of the same axis, each once', () => {
    for (const { id, rows, columns } of tablesOf(format))
      for (const axis of [rows, columns])
        for (const line of lines(axis)) {
          if (line.sum === undefined) continue
          const known = nodes(axis).filter((node) => 'lines' in node || node.sum === undefined)
          const unknown = line.sum.filter((part) => !known.some((node) => node.id === part))
          expect(unknown, `${id} ${line.id}`).toEqual([])
          const parts = summed(axis, line.sum)
          expect(parts.length, `${id} ${line.id}`).toBeGreaterThan(1)
          expect(repeated(parts), `${id} ${line.id}`).toEqual([])
          expect(parts).not.toContain(line.id)
        }
  })

  test('tiles every head of rows and columns without gap or overlap', () => {
    for (const { id, rows, columns } of tablesOf(format)) {
      expect(badlyTiled(rows), `${id} rows`).toEqual([])
      expect(badlyTiled(columns), `${id} columns`).toEqual([])
    }
  })

  test('refers in its balances to rows and columns that are there, each tried in the same places', () => {
    for (const { id, left, right } of format.checks) {
      const terms = [...left, ...right]
      expect(
        terms.map((term) => termProblem(format, term)).filter((problem) => problem !== undefined),
        id,
      ).toEqual([])
      expect(new Set(terms.map(termShape)).size, id).toBe(1)
    }
  })

  test('names every balance once', () => {
    expect(format.checks.length).toBeGreaterThan(0)
    expect(repeated(format.checks.map(({ id }) => id))).toEqual([])
  })

  test('fills its messages only with what a balance has, and always with both sides and the difference', () => {
    for (const balance of format.checks) {
      const used = [...balance.says.matchAll(/\{([^}]*)\}/g)].map(([, key = '']) => key)
      expect(
        used.filter((key) => !placeholdersOf(balance).includes(key)),
        balance.id,
      ).toEqual([])
      expect(used, balance.id).toEqual(expect.arrayContaining(['place', 'difference', 'left', 'right']))
      expect(balance.says, balance.id).toMatch(/[一-龥]/)
    }
  })

  test('counts in whole pieces wherever its label names no money and no change', () => {
    for (const { rows, columns } of tablesOf(format))
      for (const { label, unit = 'count' } of [...lines(rows), ...lines(columns)])
        expect([label, unit]).toEqual([
          label,
          label.includes('万元')
            ? 'wanYuan'
            : label.includes('金额')
              ? 'money'
              : label === '本年增/减'
                ? 'change'
                : 'count',
        ])
  })

  test('names the document it was issued by', () => {
    expect(format.authority.document).toMatch(/^国办公开办函〔\d{4}〕\d+号$/)
    expect(format.authority.document).toContain(format.id)
    expect(format.law).toEqual({
      name: '《中华人民共和国政府信息公开条例》',
      order: '国务院令第711号',
      article: '第五十条',
    })
  })

  test('asks for the six parts under their statutory titles, in order', () => {
    expect(format.sections.map(({ id, title }) => [id, title])).toEqual([
      ['overview', '一、总体情况'],
      ['disclosure', '二、主动公开政府信息情况'],
      ['requests', '三、收到和处理政府信息公开申请情况'],
      ['disputes', '四、政府信息公开行政复议、行政诉讼情况'],
      ['improvement', '五、存在的主要问题及改进情况'],
      ['other', '六、其他需要报告的事项'],
    ])
  })
})

describe('a reporting year', () => {
  test('has at most one format, and the formats follow one another', () => {
    formats.forEach(({ years }, index) => {
      expect(years.to ?? Infinity).toBeGreaterThanOrEqual(years.from)
      const next = formats[index + 1]
      if (next) expect(years.to ?? Infinity).toBe(next.years.from - 1)
      else expect(years.to).toBeUndefined()
    })
  })

  test.each([
    [2018, undefined],
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2026, '2021'],
    [2050, '2021'],
  ])('%i is reported in the format %s', (year, id) => {
    expect(formatForYear(year)?.id).toBe(id)
  })

  test('is never guessed from an id that stands in no format', () => {
    expect(formats.map(({ id }) => formatById(id)?.id)).toEqual(['2019', '2021'])
    expect(formatById('2020')).toBeUndefined()
    expect(formatById('')).toBeUndefined()
  })
})

const format2019 = formatForYear(2020)!
const format2021 = formatForYear(2023)!

const tree = (axis: Axis): readonly unknown[] =>
  axis.map((node) => ('lines' in node ? [node.id, node.label, tree(node.lines)] : [node.id, node.label]))

describe('section two of 国办公开办函〔2021〕30号', () => {
  test('asks for what article 20 (1), (5), (6) and (8) name, in four tables printed as one', () => {
    const section = format2021.sections.find(({ id }) => id === 'disclosure')
    const tables = section?.blocks.filter((block): block is Table => block.kind === 'table') ?? []
    expect(tables.length).toBe(section?.blocks.length)
    expect(tables.map(({ id, caption, rows, columns }) => [id, caption, tree(rows), tree(columns)])).toEqual([
      [
        'issued',
        '第二十条第（一）项',
        [
          ['rules', '规章'],
          ['normative', '行政规范性文件'],
        ],
        [
          ['issued', '本年制发件数'],
          ['repealed', '本年废止件数'],
          ['inForce', '现行有效件数'],
        ],
      ],
      ['licensing', '第二十条第（五）项', [['licences', '行政许可']], [['decisions', '本年处理决定数量']]],
      [
        'enforcement',
        '第二十条第（六）项',
        [
          ['penalties', '行政处罚'],
          ['coercion', '行政强制'],
        ],
        [['decisions', '本年处理决定数量']],
      ],
      ['fees', '第二十条第（八）项', [['charges', '行政事业性收费']], [['amount', '本年收费金额（单位：万元）']]],
    ])
    expect(tables.map(({ corner }) => corner)).toEqual(tables.map(() => '信息内容'))
    expect(new Set(tables.map(({ group }) => group ?? '')).size).toBe(1)
    expect(tables[0]?.group).toBeDefined()
  })

  test('has 6 + 1 + 2 + 1 cells to fill and none to compute', () => {
    expect(['issued', 'licensing', 'enforcement', 'fees'].map((id) => cellCounts(tableOf(format2021, id)))).toEqual([
      { entered: 6, computed: 0 },
      { entered: 1, computed: 0 },
      { entered: 2, computed: 0 },
      { entered: 1, computed: 0 },
    ])
  })
})

describe('table three of 国办公开办函〔2021〕30号', () => {
  const table = tableOf(format2021, 'requests')

  test('has the rows of the annex under the words of the annex', () => {
    expect(tree(table.rows)).toEqual([
      ['received', '一、本年新收政府信息公开申请数量'],
      ['carriedIn', '二、上年结转政府信息公开申请数量'],
      [
        'results',
        '三、本年度办理结果',
        [
          ['granted', '（一）予以公开'],
          ['partlyGranted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
          [
            'refused',
            '（三）不予公开',
            [
              ['stateSecrets', '1.属于国家秘密'],
              ['barredByLaw', '2.其他法律行政法规禁止公开'],
              ['securityAndStability', '3.危及“三安全一稳定”'],
              ['thirdPartyRights', '4.保护第三方合法权益'],
              ['internalAffairs', '5.属于三类内部事务信息'],
              ['deliberative', '6.属于四类过程性信息'],
              ['enforcementFiles', '7.属于行政执法案卷'],
              ['administrativeQuery', '8.属于行政查询事项'],
            ],
          ],
          [
            'unavailable',
            '（四）无法提供',
            [
              ['notHeld', '1.本机关不掌握相关政府信息'],
              ['needsCreation', '2.没有现成信息需要另行制作'],
              ['unclear', '3.补正后申请内容仍不明确'],
            ],
          ],
          [
            'notProcessed',
            '（五）不予处理',
            [
              ['complaint', '1.信访举报投诉类申请'],
              ['repeated', '2.重复申请'],
              ['publication', '3.要求提供公开出版物'],
              ['excessive', '4.无正当理由大量反复申请'],
              ['confirmation', '5.要求行政机关确认或重新出具已获取信息'],
            ],
          ],
          [
            'otherHandling',
            '（六）其他处理',
            [
              ['notCorrected', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
              ['feeUnpaid', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
              ['other', '3.其他'],
            ],
          ],
          ['total', '（七）总计'],
        ],
      ],
      ['carriedOut', '四、结转下年度继续办理'],
    ])
  })

  test('has the applicants of the annex as columns, under 申请人情况', () => {
    expect(table.over).toBe('申请人情况')
    expect(table.corner).toBe('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）')
    expect(tree(table.columns)).toEqual([
      ['natural', '自然人'],
      [
        'organisations',
        '法人或其他组织',
        [
          ['business', '商业企业'],
          ['research', '科研机构'],
          ['charity', '社会公益组织'],
          ['legalService', '法律服务机构'],
          ['other', '其他'],
        ],
      ],
      ['total', '总计'],
    ])
  })

  test('has 24 × 6 = 144 cells to fill and 31 to compute', () => {
    expect(cellCounts(table)).toEqual({ entered: 144, computed: 31 })
    expect([entered(table.rows).length, entered(table.columns).length]).toEqual([24, 6])
  })

  test('adds up 21 outcomes in （七）总计 and six kinds of applicant in 总计', () => {
    const outcomes = places(table.rows).filter(({ headings }) => headings[0]?.id === 'results')
    const sumOf = (axis: Axis, id: string) => summed(axis, lines(axis).find((line) => line.id === id)?.sum ?? [])
    expect(sumOf(table.rows, 'total')).toEqual(outcomes.map(({ line }) => line.id).filter((id) => id !== 'total'))
    expect(sumOf(table.rows, 'total').length).toBe(21)
    expect(sumOf(table.columns, 'total')).toEqual([
      'natural',
      'business',
      'research',
      'charity',
      'legalService',
      'other',
    ])
  })

  test('is printed with 3 head rows and 25 rows on 10 grid columns', () => {
    expect(margin(table.columns).levels + 1).toBe(3)
    expect(lines(table.rows).length).toBe(25)
    expect(margin(table.rows).levels + lines(table.columns).length).toBe(10)
    expect(margin(table.rows).cells.find(({ id }) => id === 'results')).toMatchObject({ lines: 22, level: 0 })
  })

  test('balances 一 + 二 against （七）+ 四 as an error, and 二 against last year’s 四 as a warning', () => {
    const balance = (id: string) => format2021.checks.find((check) => check.id === id)
    expect(balance('D3')).toMatchObject({
      left: ['requests.received', 'requests.carriedIn'],
      is: '=',
      right: ['requests.total', 'requests.carriedOut'],
      severity: 'error',
    })
    expect(balance('D4')).toMatchObject({
      left: ['requests.carriedIn'],
      is: '=',
      right: ['last:requests.carriedOut'],
      severity: 'warning',
    })
  })
})

describe('table four of 国办公开办函〔2021〕30号', () => {
  const table = tableOf(format2021, 'disputes')
  const outcomes = (block: string) => [
    [`${block}Upheld`, '结果维持'],
    [`${block}Corrected`, '结果纠正'],
    [`${block}Other`, '其他结果'],
    [`${block}Pending`, '尚未审结'],
    [`${block}Total`, '总计'],
  ]

  test('asks in one row for 行政复议 and both kinds of 行政诉讼', () => {
    expect(tree(table.rows)).toEqual([['cases', '']])
    expect(nodes(table.columns).flatMap((node) => ('lines' in node ? [node.label] : []))).toEqual([
      '行政复议',
      '行政诉讼',
      '未经复议直接起诉',
      '复议后起诉',
    ])
    expect(lines(table.columns).map(({ id, label }) => [id, label])).toEqual([
      ...outcomes('review'),
      ...outcomes('direct'),
      ...outcomes('afterReview'),
    ])
  })

  test('has 12 cells to fill and 3 to compute, each the sum of its four', () => {
    expect(cellCounts(table)).toEqual({ entered: 12, computed: 3 })
    for (const block of ['review', 'direct', 'afterReview'])
      expect(lines(table.columns).find(({ id }) => id === `${block}Total`)?.sum).toEqual(
        outcomes(block)
          .slice(0, 4)
          .map(([id]) => id),
      )
  })

  test('has three head rows and takes a note on cases pending from last year', () => {
    expect(margin(table.columns).levels).toBe(3)
    expect(table.note).toContain('上年')
    expect(format2021.checks.some(({ left, right }) => [...left, ...right].some((term) => /disputes/.test(term)))).toBe(
      false,
    )
  })
})

describe('the narrative sections of 国办公开办函〔2021〕30号', () => {
  const aspects = (id: string) =>
    blocksOf(format2021).flatMap((block) =>
      block.kind === 'subsections' && block.id === id
        ? block.aspects.map((aspect) => [aspect.id, aspect.heading, aspect.proposed])
        : [],
    )

  test('section one proposes the five aspects in the order of the document, with headings', () => {
    expect(aspects('overview')).toEqual([
      ['proactive', '主动公开', 'headed'],
      ['onRequest', '依申请公开', 'headed'],
      ['management', '政府信息管理', 'headed'],
      ['platform', '政府信息公开平台建设', 'headed'],
      ['supervision', '监督保障', 'headed'],
    ])
  })

  test('section five proposes problems and measures without headings, and knows two more parts', () => {
    expect(aspects('improvement')).toEqual([
      ['problems', '存在的主要问题', 'plain'],
      ['measures', '改进情况', 'plain'],
      ['both', '存在的主要问题及改进情况', 'no'],
      ['lastYear', '上年问题的改进情况', 'no'],
    ])
  })

  test('section six asks for 收取信息处理费情况, with its figures in 元', () => {
    expect(aspects('other')).toEqual([['fee', '收取信息处理费情况', 'plain']])
    const figures = blocksOf(format2021).flatMap((block) => (block.kind === 'figures' ? [block] : []))
    expect(figures.map(({ id, lines: fee }) => [id, fee.map((line) => [line.id, line.label, line.unit])])).toEqual([
      [
        'handlingFee',
        [
          ['notices', '发出收费通知件数', undefined],
          ['billed', '收费总金额（元）', 'yuan'],
          ['paid', '实际收取件数', undefined],
          ['collected', '实际收取金额（元）', 'yuan'],
        ],
      ],
    ])
  })
})

describe('the front matter', () => {
  test('asks for the unit, the year and the words around the six parts', () => {
    expect(format2021.front.map(({ id, label }) => [id, label])).toEqual([
      ['agency.name', '单位名称'],
      ['agency.kind', '单位类型'],
      ['year', '年度'],
      ['agency.rulemaking', '规章制定权'],
      ['agency.address', '地址'],
      ['agency.postcode', '邮编'],
      ['agency.phone', '电话'],
      ['agency.email', '电子邮箱'],
      ['title', '标题'],
      ['signedOn', '成文日期'],
      ['signature.name', '署名'],
      ['signature.place', '署名位置'],
      ['preface', '编制说明'],
    ])
    expect(format2021.front.filter(({ required }) => required).map(({ id }) => id)).toEqual([
      'agency.name',
      'agency.kind',
      'year',
      'title',
    ])
    expect(format2021.title).toBe('政府信息公开工作年度报告')
  })

  test('knows the five kinds of unit and the four places of a signature', () => {
    const choices = (id: string) => format2021.front.find((field) => field.id === id)?.choices
    expect(choices('agency.kind')?.map(({ id, label }) => [id, label])).toEqual([
      ['government', '县级以上人民政府'],
      ['department', '政府部门'],
      ['township', '乡镇人民政府'],
      ['subdistrict', '街道办事处'],
      ['other', '其他'],
    ])
    expect(choices('signature.place')?.map(({ id }) => id)).toEqual(['none', 'end', 'underTitle', 'both'])
  })
})

describe('the help beside a cell', () => {
  const help = (table: string, id: string): string => {
    const { rows, columns } = tableOf(format2021, table)
    return [...nodes(rows), ...nodes(columns)].find((node) => node.id === id)?.help ?? ''
  }

  test.each([
    ['issued', 'rules', ['第二十条第一项', '规章制定权']],
    ['issued', 'normative', ['第二十条第一项']],
    ['licensing', 'licences', ['第二十条第五项', '本年度']],
    ['enforcement', 'penalties', ['第二十条第六项', '本年度']],
    ['enforcement', 'coercion', ['第二十条第六项', '本年度']],
    ['fees', 'charges', ['第二十条第八项', '信息处理费', '第六部分', '元']],
    ['fees', 'amount', ['万元']],
    ['requests', 'received', ['本年度新收']],
    ['requests', 'carriedIn', ['上年年报第四项']],
    ['requests', 'carriedOut', ['本年末']],
    ['requests', 'granted', ['第三十六条第一、二项']],
    ['requests', 'partlyGranted', ['第三十七条', '只计在这里']],
    ['requests', 'stateSecrets', ['第十四条', '国家秘密']],
    ['requests', 'barredByLaw', ['第十四条', '法律、行政法规']],
    ['requests', 'securityAndStability', ['第十四条', '国家安全', '公共安全', '经济安全', '社会稳定']],
    ['requests', 'thirdPartyRights', ['第十五条', '第三十二条', '商业秘密', '个人隐私']],
    ['requests', 'internalAffairs', ['第十六条第一款', '人事管理', '后勤管理', '内部工作流程']],
    ['requests', 'deliberative', ['第十六条第二款', '讨论记录', '过程稿', '磋商信函', '请示报告']],
    ['requests', 'enforcementFiles', ['第十六条第二款']],
    ['requests', 'administrativeQuery', ['第三十六条第七项', '不动产']],
    ['requests', 'notHeld', ['第三十六条第四、五项', '检索']],
    ['requests', 'needsCreation', ['第三十八条', '加工、分析']],
    ['requests', 'unclear', ['第三十条', '补正']],
    ['requests', 'complaint', ['第三十九条第一款']],
    ['requests', 'publication', ['第三十九条第二款']],
    ['requests', 'repeated', ['第三十六条第六项']],
    ['requests', 'excessive', ['第三十五条']],
    ['requests', 'notCorrected', ['第三十条', '视为放弃']],
    ['requests', 'feeUnpaid', ['第四十二条', '国办函〔2020〕109号', '20个工作日', '视为放弃']],
    ['requests', 'natural', ['申请人']],
    ['requests', 'organisations', ['申请人']],
    ['disputes', 'review', ['国办公开办函〔2016〕201号', '共同被告']],
    ['disputes', 'litigation', ['国办公开办函〔2016〕201号', '共同被告']],
  ])('%s.%s says what the 条例 says', (table, id, words) => {
    for (const word of words) expect(help(table, id)).toContain(word)
    expect(help(table, id)).toMatch(/。$/)
  })

  test('is left out where neither label nor law says what is counted', () => {
    expect(help('requests', 'confirmation')).toBe('')
  })
})

describe('国办公开办函〔2019〕60号 against the format of 2021', () => {
  const columnsAndRows = (id: string) => {
    const { caption, rows, columns } = tableOf(format2019, id)
    return [
      caption,
      lines(rows).map((row) => [row.id, row.label]),
      lines(columns).map((column) => [column.id, column.label, column.unit ?? 'count']),
    ]
  }

  test('section two counts what was made, published and decided on, and 集中采购', () => {
    const lastYear = ['itemsLastYear', '上一年项目数量', 'count']
    const change = ['itemsChange', '本年增/减', 'change']
    const decisions = ['decisions', '处理决定数量', 'count']
    expect(columnsAndRows('issued')).toEqual([
      '第二十条第（一）项',
      [
        ['rules', '规章'],
        ['normative', '规范性文件'],
      ],
      [
        ['made', '本年新制作数量', 'count'],
        ['published', '本年新公开数量', 'count'],
        ['publishedTotal', '对外公开总数量', 'count'],
      ],
    ])
    expect(columnsAndRows('licensing')).toEqual([
      '第二十条第（五）项',
      [
        ['licences', '行政许可'],
        ['otherServices', '其他对外管理服务事项'],
      ],
      [lastYear, change, decisions],
    ])
    expect(columnsAndRows('enforcement')).toEqual([
      '第二十条第（六）项',
      [
        ['penalties', '行政处罚'],
        ['coercion', '行政强制'],
      ],
      [lastYear, change, decisions],
    ])
    expect(columnsAndRows('fees')).toEqual(['第二十条第（八）项', [['charges', '行政事业性收费']], [lastYear, change]])
    expect(columnsAndRows('procurement')).toEqual([
      '第二十条第（九）项',
      [['procurement', '政府集中采购']],
      [
        ['projects', '采购项目数量', 'count'],
        ['amount', '采购总金额', 'money'],
      ],
    ])
    expect(tablesOf(format2019).filter(({ group }) => group === 'disclosure').length).toBe(5)
  })

  test('table three has （六）其他处理 as one row and is else the same', () => {
    const old = tableOf(format2019, 'requests')
    const now = tableOf(format2021, 'requests')
    expect(cellCounts(old)).toEqual({ entered: 132, computed: 29 })
    const kept = (axis: Axis) => tree(axis).map((node) => JSON.stringify(node))
    expect(kept(old.columns)).toEqual(kept(now.columns))
    const oldIds = nodes(old.rows).map(({ id, label }) => `${id} ${label}`)
    const nowIds = nodes(now.rows).map(({ id, label }) => `${id} ${label}`)
    expect(nowIds.filter((id) => !oldIds.includes(id)).map((id) => id.split(' ')[0])).toEqual([
      'notCorrected',
      'feeUnpaid',
      'other',
    ])
    expect(oldIds.filter((id) => !nowIds.includes(id))).toEqual([])
    expect(lines(old.rows).find(({ id }) => id === 'otherHandling')?.label).toBe('（六）其他处理')
  })

  test('table four is the same', () => {
    expect(tree(tableOf(format2019, 'disputes').columns)).toEqual(tree(tableOf(format2021, 'disputes').columns))
  })

  test.each([
    '本年新制作',
    '本年新公开',
    '对外公开总数量',
    '上一年项目数量',
    '本年增/减',
    '集中采购',
    '其他对外管理服务事项',
  ])('“%s” marks the old format: it stands there and in no table of 2021', (mark) => {
    const labels = (format: Format) =>
      tablesOf(format)
        .flatMap(({ rows, columns }) => [...nodes(rows), ...nodes(columns)])
        .map(({ label }) => label)
        .join('\n')
    expect(labels(format2019)).toContain(mark)
    expect(labels(format2021)).not.toContain(mark)
  })

  test('balances table three as the format of 2021 does', () => {
    const of2021 = format2021.checks.filter(({ id }) => id === 'D3' || id === 'D4')
    expect(format2019.checks).toEqual(of2021)
  })
})
