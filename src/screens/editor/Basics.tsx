import { useWatch, type Path } from 'react-hook-form'
import { useDrafts } from '../../drafts/queries'
import type { Field as FormatField, Format } from '../../format'
import { useField, useJudged, useSession } from '../../parts/session-context'
import { timeInWords } from '../../parts/times'
import { unitKey } from '../../report/blank'
import type { TypedReport } from '../../report/report'
import { CheckField, Field, helpId } from '../../ui/Field'
import { Freezable } from './Freezable'
import { FaultsAside } from './FaultsAside'
import { RemarksAside } from './RemarksAside'
import { useArrival } from './locating'
import { PageFrame } from './PageFrame'
import styles from './Editor.module.css'

const yearsOf = ({ years }: Format, current: number): readonly number[] => {
  const to = years.to ?? Math.max(new Date().getFullYear(), current)
  return Array.from({ length: to - years.from + 1 }, (_, index) => to - index)
}

const rowsOf = (id: string): number => (id === 'title' ? 2 : 6)

const Choices = ({ field }: { readonly field: FormatField }) => (
  <>
    {field.required && <option value="">请选择</option>}
    {field.choices?.map(({ id, label }) => (
      <option key={id} value={id}>
        {label}
      </option>
    ))}
  </>
)

const Control = ({ field, isFaulty = false }: { readonly field: FormatField; readonly isFaulty?: boolean }) => {
  const { format, form, changed } = useSession()
  const registered = useField(field.id as Path<TypedReport>)
  const { readOnly: _, ...chosen } = registered
  const year = useWatch({ control: form.control, name: 'year' })
  const own = {
    id: field.id,
    'data-at': field.id,
    'aria-required': field.required || undefined,
    'aria-describedby': isFaulty || field.help !== undefined ? helpId(field.id) : undefined,
    'aria-invalid': isFaulty || undefined,
  }
  switch (field.kind) {
    case 'line':
    case 'date':
      return <input type="text" autoComplete="off" {...own} {...registered} />
    case 'lines':
      return <textarea rows={rowsOf(field.id)} {...own} {...registered} />
    case 'choice':
      return (
        <Freezable>
          <select {...own} {...chosen}>
            <Choices field={field} />
          </select>
        </Freezable>
      )
    case 'yesNo':
      return (
        <Freezable>
          <input type="checkbox" {...own} {...chosen} />
        </Freezable>
      )
    case 'year':
      return (
        <Freezable>
          <select
            {...own}
            value={year}
            onChange={(event) => {
              form.setValue('year', Number(event.target.value))
              changed('year')
            }}
          >
            {yearsOf(format, year).map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </Freezable>
      )
    default:
      return field.kind satisfies never
  }
}

/** Says so when the unit and year have become those of another draft. */
const TwinNotice = ({ id }: { readonly id: string }) => {
  const { form } = useSession()
  const { data: drafts } = useDrafts()
  const [name, year] = useWatch({ control: form.control, name: ['agency.name', 'year'] })
  const key = unitKey(name)
  const twin = drafts?.find(
    (draft) => draft.id !== id && key !== '' && draft.typed.year === year && unitKey(draft.typed.agency.name) === key,
  )
  return twin ? (
    <p className={styles.twin}>
      这台电脑上还有一份这个单位 {year} 年度的年报，上次改动 {timeInWords(twin.changedAt)}，请注意不要填错。
    </p>
  ) : null
}

/** 基本信息: the fields before section one; title and preface follow them until they are edited. */
export const Basics = ({ id }: { readonly id: string }) => {
  const { format } = useSession()
  const { findings } = useJudged()
  useArrival('basics')
  const messageOf = (field: string): string | undefined =>
    findings
      .filter(({ result, at }) => result === 'fail' && at[0] === field)
      .map(({ message }) => message)
      .join('；') || undefined
  return (
    <PageFrame
      id={id}
      place="basics"
      title="基本信息"
      hint="标题和编制说明按这里的信息自动拟出，改过以后不再自动变动。单位信息会带到下一年。"
      aside={
        <>
          <RemarksAside section="basics" />
          <FaultsAside section="basics" />
        </>
      }
    >
      <TwinNotice id={id} />
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        {format.front.map((field) => {
          const help = { id: field.id, label: field.label, help: field.help }
          return (
            <div key={field.id} className={field.kind === 'lines' ? styles.wide : undefined}>
              {field.kind === 'yesNo' ? (
                <CheckField {...help}>
                  <Control field={field} />
                </CheckField>
              ) : (
                <Field {...help} required={field.required} problem={messageOf(field.id)}>
                  <Control field={field} isFaulty={messageOf(field.id) !== undefined} />
                </Field>
              )}
            </div>
          )
        })}
      </form>
    </PageFrame>
  )
}
