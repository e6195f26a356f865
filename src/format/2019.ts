import type { Format, Line, Table } from './format'
import {
  balanceOfRequests,
  carriedFromLastYear,
  disputes,
  front,
  improvement,
  law,
  outcomes,
  overview,
  requestsWith,
  title,
  titles,
} from './2021'

// 《中华人民共和国政府信息公开工作年度报告格式（试行）》, 国办公开办函〔2019〕60号: the years 2019 and 2020.

const itemsLastYear: Line = { id: 'itemsLastYear', label: '上一年项目数量', help: '上一年度末的项目数量。' }
const itemsChange: Line = {
  id: 'itemsChange',
  label: '本年增/减',
  unit: 'change',
  help: '本年度项目数量的增减，减少的填负数，如 -3。',
}
const decisions: Line = { id: 'decisions', label: '处理决定数量', help: '本年度作出的处理决定数量，按件填。' }

const group = { kind: 'table', corner: '信息内容', group: 'disclosure' } as const

const issued: Table = {
  ...group,
  id: 'issued',
  label: '规章和规范性文件',
  caption: '第二十条第（一）项',
  columns: [
    { id: 'made', label: '本年新制作数量', help: '本年度新制作的件数。' },
    { id: 'published', label: '本年新公开数量', help: '本年度新公开的件数。' },
    { id: 'publishedTotal', label: '对外公开总数量', help: '截至本年末对外公开的总件数。' },
  ],
  rows: [
    { id: 'rules', label: '规章', help: '条例第二十条第一项。只有有规章制定权的机关填写，其他单位填 0。' },
    { id: 'normative', label: '规范性文件', help: '条例第二十条第一项。' },
  ],
}

const licensing: Table = {
  ...group,
  id: 'licensing',
  label: '行政许可和其他对外管理服务事项',
  caption: '第二十条第（五）项',
  columns: [itemsLastYear, itemsChange, decisions],
  rows: [
    { id: 'licences', label: '行政许可', help: '条例第二十条第五项。' },
    { id: 'otherServices', label: '其他对外管理服务事项', help: '条例第二十条第五项。' },
  ],
}

const enforcement: Table = {
  ...group,
  id: 'enforcement',
  label: '行政处罚和行政强制',
  caption: '第二十条第（六）项',
  columns: [itemsLastYear, itemsChange, decisions],
  rows: [
    { id: 'penalties', label: '行政处罚', help: '条例第二十条第六项。' },
    { id: 'coercion', label: '行政强制', help: '条例第二十条第六项。' },
  ],
}

const fees: Table = {
  ...group,
  id: 'fees',
  label: '行政事业性收费',
  caption: '第二十条第（八）项',
  columns: [itemsLastYear, itemsChange],
  rows: [{ id: 'charges', label: '行政事业性收费', help: '条例第二十条第八项。' }],
}

const procurement: Table = {
  ...group,
  id: 'procurement',
  label: '政府集中采购',
  caption: '第二十条第（九）项',
  columns: [
    { id: 'projects', label: '采购项目数量', help: '本年度政府集中采购的项目数量。' },
    { id: 'amount', label: '采购总金额', unit: 'money', help: '按实际数填写，最多六位小数，不四舍五入。' },
  ],
  rows: [{ id: 'procurement', label: '政府集中采购', help: '条例第二十条第九项。' }],
}

const otherHandling: Line = { id: 'otherHandling', label: '（六）其他处理', help: '以上各项都不能归入的处理结果。' }

export const format2019: Format = {
  id: '2019',
  title,
  authority: {
    name: '《中华人民共和国政府信息公开工作年度报告格式（试行）》',
    document: '国办公开办函〔2019〕60号',
    issued: '2019-11',
  },
  law,
  years: { from: 2019, to: 2020 },
  front,
  sections: [
    { id: 'overview', title: titles.overview, blocks: [overview] },
    { id: 'disclosure', title: titles.disclosure, blocks: [issued, licensing, enforcement, fees, procurement] },
    { id: 'requests', title: titles.requests, blocks: [requestsWith([...outcomes, otherHandling])] },
    { id: 'disputes', title: titles.disputes, blocks: [disputes] },
    { id: 'improvement', title: titles.improvement, blocks: [improvement] },
    {
      id: 'other',
      title: titles.other,
      blocks: [
        {
          kind: 'subsections',
          id: 'other',
          aspects: [{ id: 'matters', heading: '其他需要报告的事项', proposed: 'plain', help: '没有的写“无”。' }],
        },
      ],
    },
  ],
  checks: [balanceOfRequests, carriedFromLastYear],
}
