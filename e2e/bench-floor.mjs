// The floor that the app is measured against: table three with nothing but one delegated listener, incremental sums and
// balances. Its markup is the app's own (same attributes, same style), so that only the code behind it differs.

/** What runs in the floor's page. Plain script, by hand: no library, no framework, nothing kept but numbers. */
const script = () => {
  const results = ['received', 'carriedIn', 'carriedOut']
  const cells = new Map()
  const outputs = new Map()
  for (const element of document.querySelectorAll('[data-at]')) {
    const [, row, column] = element.dataset.at.split('.')
    if (element instanceof HTMLInputElement) cells.set(element, { row, column, value: null })
    else outputs.set(`${row}.${column}`, element)
  }
  const sums = new Map(
    [...outputs.keys()].map((key) => [
      key,
      { value: 0, missing: key === 'total.total' ? 126 : key.startsWith('total.') ? 21 : 6 },
    ]),
  )
  const balances = [...document.querySelectorAll('tfoot output')]
  const columns = ['natural', 'business', 'research', 'charity', 'legalService', 'other', 'total']
  const ends = new Map()
  const show = (key) => {
    const { value, missing } = sums.get(key)
    const output = outputs.get(key)
    output.textContent = String(value)
    output.dataset.state = missing > 0 ? 'provisional' : 'sum'
  }
  const endOf = (row, column) =>
    column === 'total' ? sums.get(`${row}.total`) : (ends.get(`${row}.${column}`) ?? { value: 0, missing: 1 })
  const balance = (column) => {
    const parts = [
      endOf('received', column),
      endOf('carriedIn', column),
      sums.get(`total.${column}`),
      endOf('carriedOut', column),
    ]
    const output = balances[columns.indexOf(column)]
    const missing = parts.reduce((sum, part) => sum + part.missing, 0)
    const difference = parts[0].value + parts[1].value - parts[2].value - parts[3].value
    output.dataset.state = missing > 0 ? 'open' : difference === 0 ? 'even' : 'uneven'
    output.textContent =
      missing > 0 ? '未填完' : difference === 0 ? '平' : `差 ${difference > 0 ? '+' : '−'}${Math.abs(difference)}`
  }
  const set = (input) => {
    const cell = cells.get(input)
    const text = input.value.trim()
    const next = /^\d{1,9}$/.test(text) ? Number(text) : null
    const value = (next ?? 0) - (cell.value ?? 0)
    const missing = (next === null ? 1 : 0) - (cell.value === null ? 1 : 0)
    cell.value = next
    if (results.includes(cell.row))
      ends.set(`${cell.row}.${cell.column}`, { value: next ?? 0, missing: next === null ? 1 : 0 })
    const keys = [`${cell.row}.total`, ...(results.includes(cell.row) ? [] : [`total.${cell.column}`, 'total.total'])]
    for (const key of keys) {
      const sum = sums.get(key)
      sum.value += value
      sum.missing += missing
      show(key)
    }
    balance(cell.column)
    balance('total')
  }
  document.addEventListener('input', ({ target }) => cells.has(target) && set(target))
  document.addEventListener('focusin', ({ target }) => cells.has(target) && target.select())
  document.addEventListener('paste', (event) => {
    event.preventDefault()
    const inputs = [...cells.keys()]
    const from = inputs.indexOf(document.activeElement)
    const rows = event.clipboardData.getData('text/plain').trim().split(/\r?\n/)
    rows.forEach((row, down) =>
      row.split('\t').forEach((text, right) => {
        const input = inputs[from + down * 6 + right]
        if (!input) return
        input.value = text
        set(input)
      }),
    )
  })
}

/** The floor as one page, from the table and the style that the app shows. */
export const floorPage = (table, style) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>floor</title><style>${style}</style></head><body><main>${table}</main><script>(${script})()</script></body></html>`
