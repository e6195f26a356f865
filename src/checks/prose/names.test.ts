import { describe, expect, test } from 'vitest'
import { faults, judge, quotedFrom, sampleOf } from './samples'

const of = (name: string, kind: string, preface: string, signature = '') =>
  faults('A17', sampleOf({ name, kind }, { preface, signature: { name: signature, place: 'end' } }))

describe('A17: the unit that writes, answers and signs is this one', () => {
  test.each([
    ['示例市数据管理局', 'department', '根据规定，示例市数据管理局编制了本报告，如有疑问请与示例市数据管理局联系。'],
    ['示例市数据管理局', 'department', '本报告由示例省示例市数据管理局编制，请与市数据管理局办公室联系。'],
    ['示例市数据管理局', 'department', '我局编制了本报告，请与本局办公室联系（电话：0000-1234567）。'],
    ['示例市数据管理局', 'department', '结合本局政府信息公开工作实际编制。请与局办公室联系。'],
    ['示例市数据管理局', 'department', '按照国务院办公厅编制的格式，示例市数据管理局政策法规科编制。'],
    [
      '示例市数据管理局',
      'department',
      '本报告由示例市数据管理局办公室负责编制并发布，联系单位：示例市数据管理局综合科。',
    ],
    ['示例市公安局新区分局', 'department', '本报告由新区公安分局编制，请联系新区公安分局指挥室。'],
    ['示例市人民政府', 'government', '本报告由示例市人民政府办公室编制，请与示例市人民政府办公室联系。'],
    ['示例省人民政府', 'government', '本报告由省政府办公厅编制，请与省政府办公厅联系。'],
    ['示例市人民政府', 'government', '本报告由示例市数据管理局汇总编制，请与示例市政务公开办公室联系。'],
    ['示例镇人民政府', 'township', '本报告由示例镇党政办公室编制，请与镇政府党政办公室联系。'],
    ['示例街道办事处', 'subdistrict', '示例区示例街道办事处编制了本报告，请与街道办事处联系。'],
    ['示例市（新区）管理委员会', 'other', '示例市(新区)管理委员会编制了本报告。'],
    ['示例市数据管理局', 'department', '本报告委托第三方机构编制。请与示例市政府信息公开领导小组办公室联系。'],
    ['示例市数据管理局', 'department', '公众可与有关部门联系。'],
    ['示例市数据管理局', 'department', '认为未依法公开的，可向示例市纪委监委反映。'],
    ['示例市数据管理局', 'department', '联系单位：示例市数据管理局（政务公开办公室）。'],
    ['示例市数据管理局', 'department', '请与示例市数据管理局政府信息公开工作机构联系。'],
    ['示例市市政工程中心', 'other', '示例市市政工程中心编制了本报告，请与示例市市政工程中心办公室联系。'],
    ['示例市市政工程中心', 'other', '示例市市政工程中心编制了本报告，请与信息中心联系。'],
  ])('%s (%s) is named rightly: %s', (name, kind, preface) => expect(of(name, kind, preface)).toEqual([]))

  test.each([
    ['示例市数据管理局', 'department', '根据规定，示例市数椐管理局编制了2025年报告。', '示例市数椐管理局'],
    ['沭河县数据管理局', 'department', '本报告由沐河县数据管理局编制。', '沐河县数据管理局'],
    ['沭河县人民政府', 'government', '本报告由沐河县人民政府办公室编制。', '沐河县人民政府'],
    ['沭河县人民政府', 'government', '如有疑问，请与沐河县人民政府办公室联系。', '沐河县人民政府'],
    ['示例市数据管理局', 'department', '示例市财政局编制了本报告。', '示例市财政局'],
    ['示例市数据管理局', 'department', '如有疑问，请与示例市财政局办公室联系。', '示例市财政局'],
    ['示例市数据管理局', 'department', '联系单位：示例市大数据发展局综合科', '示例市大数据发展局'],
    ['示例市市政工程中心', 'other', '由示列市市政工程中心编制本年度报告。', '示列市市政工程中心'],
    ['城南镇人民政府', 'township', '请与城北镇人民政府联系。', '城北镇人民政府'],
  ])('another name is told, %s (%s): %s', (name, kind, preface, wrong) => {
    const [found, ...others] = of(name, kind, preface)
    expect(others).toEqual([])
    expect(found?.at).toEqual(['preface', 'agency.name'])
    expect(found?.message).toBe(`“编制说明”里写的是“${wrong}”，单位名称是“${name}”，请核对是不是写错了`)
    expect(quotedFrom(preface, found ?? { result: 'fail', at: [], message: '' })).toEqual([wrong])
  })

  test('a name that stands wrong twice is told once', () => {
    expect(
      of('沭河县数据管理局', 'department', '沐河县数据管理局编制了本报告，请与沐河县数据管理局联系。'),
    ).toHaveLength(1)
  })

  test('the signature is the unit’s name, in its own forms', () => {
    expect(of('示例市数据管理局', 'department', '', '示例市数据管理局')).toEqual([])
    expect(of('示例市人民政府', 'government', '', '示例市人民政府办公室')).toEqual([])
    expect(of('示例市数据管理局', 'department', '', '示例市数椐管理局').map(({ at }) => at[0])).toEqual([
      'signature.name',
    ])
  })

  test('a report without a name asks nothing here', () => {
    expect(judge('A17', sampleOf({ name: '' }, { preface: '示例市财政局编制了本报告。' }))).toEqual([])
  })
})
