import { useId, useState } from 'react'
import { usePerson, useSetPerson } from '../drafts/queries'
import { longestName } from '../drafts/settings'
import { Field, helpId } from '../ui/Field'

/** The name under which somebody acts in a review: the one that this computer keeps until another is typed. */
export interface Person {
  readonly name: string
  readonly type: (name: string) => void
  /** The name, kept on this computer for the next time; undefined and told where none is there. */
  readonly sign: () => string | undefined
  readonly problem: string | undefined
  readonly id: string
}

export const usePersonField = (): Person => {
  const id = useId()
  const kept = usePerson()
  const keep = useSetPerson()
  const [typed, setTyped] = useState<string | null>(null)
  const [isAsked, setIsAsked] = useState(false)
  const name = typed ?? kept
  const isBlank = name.trim() === ''
  return {
    id,
    name,
    type: setTyped,
    problem: isAsked && isBlank ? '请填写姓名，对方凭姓名知道是谁写的。' : undefined,
    sign: () => {
      setIsAsked(true)
      if (isBlank) {
        document.getElementById(id)?.focus()
        return undefined
      }
      if (name.trim() !== kept) keep(name.trim())
      return name.trim()
    },
  }
}

/** Asks for the person's name; typed once, it is there the next time. */
export const PersonField = ({ person }: { readonly person: Person }) => (
  <Field id={person.id} label="姓名" required help="只在这台电脑上记住，下次不用再填。" problem={person.problem}>
    <input
      id={person.id}
      value={person.name}
      maxLength={longestName}
      autoComplete="name"
      aria-required
      aria-describedby={helpId(person.id)}
      aria-invalid={person.problem !== undefined || undefined}
      onChange={({ target }) => person.type(target.value)}
    />
  </Field>
)
