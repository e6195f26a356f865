// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { insertAt } from './insert-at'

const at = 'overview.0.text'

const areaWith = (text: string, readOnly: boolean) => {
  const area = document.createElement('textarea')
  Object.assign(area, { value: text, readOnly })
  area.dataset['at'] = at
  document.body.append(area)
  const typed = vi.fn()
  area.addEventListener('input', typed)
  area.setSelectionRange(1, 1)
  return { area, typed }
}

// As where the browser knows no commands for a text.
document.execCommand = () => false

afterEach(() => document.body.replaceChildren())

test('words stand at the caret, and the form is told', () => {
  const { area, typed } = areaWith('甲丙', false)
  insertAt(at, '乙')
  expect(area.value).toBe('甲乙丙')
  expect(typed).toHaveBeenCalledTimes(1)
})

test('a text that can only be read stays as it is', () => {
  const { area, typed } = areaWith('甲丙', true)
  insertAt(at, '乙')
  expect(area.value).toBe('甲丙')
  expect(typed).not.toHaveBeenCalled()
})
