import type { Path, UseFormReturn } from 'react-hook-form'
import type { Format } from '../format'
import { follow, proposals } from '../report/proposals'
import type { TypedReport } from '../report/report'

/** Title, preface and fee sentence go with their fields until they are edited. */
export const createFollower = (format: Format, form: UseFormReturn<TypedReport>, typed: TypedReport) => {
  let proposed = proposals(format, typed)
  const setText = (name: Path<TypedReport>, before: string, after: string): void => {
    const text = String(form.getValues(name) ?? '')
    const next = follow(text, before, after)
    if (next !== text) form.setValue(name, next)
  }
  const learn = (now: TypedReport): void => {
    proposed = proposals(format, now)
  }
  const followFields = (): void => {
    const before = proposed
    const now = form.getValues()
    learn(now)
    setText('title', before.title, proposed.title)
    setText('preface', before.preface, proposed.preface)
    const fee = now.other.findIndex(({ aspect }) => aspect === 'fee')
    const sentence = `other.${fee}.text` as const
    if (fee >= 0)
      setText(sentence, form.getValues(sentence).trim() === '' ? form.getValues(sentence) : before.fee, proposed.fee)
  }
  return { follow: followFields, learn }
}
