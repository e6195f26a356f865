import { useWatch, type Path } from 'react-hook-form'
import type { Field as FormatField, Format } from '../../format'
import { useField, useJudged, useSession } from '../../parts/session-context'
import type { TypedReport } from '../../report/report'
import { CheckField, Field, helpId } from '../../ui/Field'
import { FaultsAside } from './FaultsAside'
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

const Control = ({ field }: { readonly field: FormatField }) => {
  const { format, form, changed } = useSession()
  const registered = useField(field.id as Path<TypedReport>)
  const year = useWatch({ control: form.control, name: 'year' })
  const own = {
    id: field.id,
    'data-at': field.id,
    'aria-describedby': field.help === undefined ? undefined : helpId(field.id),
  }
  switch (field.kind) {
    case 'line':
    case 'date':
      return <input type="text" autoComplete="off" {...own} {...registered} />
    case 'lines':
      return <textarea rows={rowsOf(field.id)} {...own} {...registered} />
    case 'choice':
      return (
        <select {...own} {...registered}>
          <Choices field={field} />
        </select>
      )
    case 'yesNo':
      return <input type="checkbox" {...own} {...registered} />
    case 'year':
      return (
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
      )
    default:
      return field.kind satisfies never
  }
}

/** 基本信息: the fields before section one; title and preface follow them until they are edited. */
export const Basics = ({ id }: { readonly id: string }) => {
  const { format } = useSession()
  const { findings } = useJudged()
  useArrival('basics')
  const messages = new Map(
    findings.filter(({ result }) => result === 'fail').map(({ at, message }) => [at[0] ?? '', message]),
  )
  return (
    <PageFrame
      id={id}
      place="basics"
      title="基本信息"
      hint="标题和编制说明按这里的信息自动拟出，改过以后不再自动变动。单位信息会带到下一年。"
      aside={<FaultsAside section="basics" />}
    >
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
                <Field {...help} required={field.required} problem={messages.get(field.id)}>
                  <Control field={field} />
                </Field>
              )}
            </div>
          )
        })}
      </form>
    </PageFrame>
  )
}
