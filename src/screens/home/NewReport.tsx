import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link } from 'wouter'
import { z } from '../../report/zod'
import { newDraft, type Draft } from '../../drafts/draft'
import { useUnits } from '../../drafts/queries'
import { formatForYear, formats } from '../../format'
import { createStore } from '../../parts/keyed-store'
import { draftRoute } from '../../parts/routes'
import { timeInWords } from '../../parts/times'
import { blankReport, blankUnit, unitKey } from '../../report/blank'
import { wellFormed } from '../../report/digest'
import { append, noReview } from '../../review/review'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { DialogActions } from '../../ui/DialogActions'
import { Field, helpId } from '../../ui/Field'
import styles from './Home.module.css'

z.config({ jitless: true })

const schema = z.object({
  name: z.string().refine((name) => name.trim() !== '', '请填写单位全称'),
  kind: z.string().min(1, '请选择单位类型'),
  year: z.string(),
})

type Asked = z.infer<typeof schema>

interface Props {
  readonly drafts: readonly Draft[]
  /** Stores it, and tells whether that was done. */
  readonly onStart: (draft: Draft) => Promise<boolean>
  readonly onClose: () => void
}

/** What was asked for last, until the report is made: it is there again when the dialog was closed meanwhile. */
const kept = createStore<Asked | undefined>(undefined)

const fieldOf = (id: string) => formats[formats.length - 1]?.front.find((field) => field.id === id)
const labelOf = (id: string): string => fieldOf(id)?.label ?? ''
const kinds = fieldOf('agency.kind')?.choices ?? []

/** No clock is right that is before it. */
const newestFormat = formats[formats.length - 1]?.years.from ?? 0

/** Reports are made from autumn on for the year that ends, until then for the year that has ended. */
const usualYear = (now: Date): number => (now.getMonth() >= 9 ? now.getFullYear() : now.getFullYear() - 1)

const years = (now: Date): readonly number[] => {
  const first = formats[0]?.years.from ?? now.getFullYear()
  return Array.from({ length: now.getFullYear() - first + 1 }, (_, index) => now.getFullYear() - index)
}

/** 新建年报: unit, kind and year; the format follows from the year, the unit's information from its last report. */
export const NewReport = ({ drafts, onStart, onClose }: Props) => {
  const { data: units = [] } = useUnits()
  const [today] = useState(() => new Date())
  const { register, handleSubmit, formState, setValue, getValues, setError } = useForm<Asked>({
    resolver: zodResolver(schema),
    defaultValues: kept.get() ?? { name: '', kind: '', year: String(usualYear(today)) },
  })
  const [twin, setTwin] = useState<Draft | null>(null)
  const keep = (): void => kept.set({ ...getValues() })
  const known = (name: string) => units.find(({ agency }) => unitKey(agency.name) === unitKey(name))

  const start = (knowingly: boolean) => async (asked: Asked) => {
    const year = Number(asked.year)
    const format = formatForYear(year)
    if (!format || today.getFullYear() < newestFormat) {
      setError('year', { message: `电脑的日期是 ${today.getFullYear()} 年，不对。请先改正日期，再打开这个对话框。` })
      return
    }
    const same = drafts.find(({ typed }) => typed.year === year && unitKey(typed.agency.name) === unitKey(asked.name))
    if (same && !knowingly) {
      setTwin(same)
      return
    }
    const last = known(asked.name)
    const unit = last ?? blankUnit
    const agency = { ...unit.agency, name: asked.name.trim(), kind: asked.kind }
    const now = Date.now()
    const draft = newDraft(format.id, blankReport(format, year, { ...unit, agency }), now)
    const waiver = last?.waiver
    // Older records may hold half a character.
    const { by, text } = wellFormed(waiver ?? { by: '', text: '' }, () => undefined)
    const review = waiver ? append(noReview, by, now, { kind: 'waive', text }) : noReview
    if (await onStart({ ...draft, review })) kept.set(undefined)
  }

  const name = register('name', {
    onChange: () => {
      setTwin(null)
      const unit = known(getValues('name'))
      if (unit) setValue('kind', unit.agency.kind)
      keep()
    },
  })

  return (
    <Dialog title="新建年报" onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={(event) => void handleSubmit(start(false))(event)}>
        <Field
          id="new-name"
          label={labelOf('agency.name')}
          required
          help={units.length > 0 ? '从前填过的单位可以直接选，联系方式、是否无需审核等会自动带入。' : undefined}
          problem={formState.errors.name?.message}
        >
          <input
            id="new-name"
            type="text"
            list="known-units"
            autoComplete="off"
            aria-required
            aria-describedby={helpId('new-name')}
            aria-invalid={formState.errors.name ? true : undefined}
            {...name}
          />
        </Field>
        <datalist id="known-units">
          {units.map(({ draft, agency }) => (
            <option key={draft}>{agency.name}</option>
          ))}
        </datalist>
        <Field id="new-kind" label={labelOf('agency.kind')} required problem={formState.errors.kind?.message}>
          <select
            id="new-kind"
            aria-required
            aria-describedby={helpId('new-kind')}
            aria-invalid={formState.errors.kind ? true : undefined}
            {...register('kind', { onChange: keep })}
          >
            <option value="">请选择</option>
            {kinds.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <Field
          id="new-year"
          label={labelOf('year')}
          required
          help="报告所反映的年度；表格格式按年度自动选用。"
          problem={formState.errors.year?.message}
        >
          <select
            id="new-year"
            aria-required
            aria-describedby={helpId('new-year')}
            aria-invalid={formState.errors.year ? true : undefined}
            {...register('year', {
              onChange: () => {
                setTwin(null)
                keep()
              },
            })}
          >
            {years(today).map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </select>
        </Field>
        {twin && (
          <div className={styles.warning} role="alert">
            <p>
              这个单位 {twin.typed.year} 年度已有一份年报，上次改动 {timeInWords(twin.changedAt)}。
              <Link href={draftRoute(twin.id)}>打开已有的</Link>
            </p>
          </div>
        )}
        <DialogActions>
          <Button onClick={onClose}>取消</Button>
          {twin ? (
            <Button onClick={() => void handleSubmit(start(true))()}>仍要另建一份</Button>
          ) : (
            <Button look="primary" type="submit">
              开始填报
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  )
}
