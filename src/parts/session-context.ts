import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { Path } from 'react-hook-form'
import type { Finding } from '../checks/rule'
import { faultsOf } from '../checks/run'
import type { Address } from '../report/cells'
import type { Total } from '../report/totals'
import type { TypedReport } from '../report/report'
import type { Judged } from './judging'
import type { Session } from './session'
import { useStore } from './use-store'

const known = new WeakMap<Judged, ReadonlyMap<Address, Finding>>()

/** The faults by the cells that they lead to: a balance marks its own cells, a sentence does not mark the table. */
const faultByCell = (judged: Judged): ReadonlyMap<Address, Finding> => {
  const found = known.get(judged)
  if (found) return found
  const faults = new Map<Address, Finding>()
  for (const finding of faultsOf(judged.findings))
    if (finding.quotes === undefined) for (const at of finding.at) if (!faults.has(at)) faults.set(at, finding)
  known.set(judged, faults)
  return faults
}

export const SessionContext = createContext<Session | null>(null)

/** The open draft. */
export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no open draft')
  return session
}

export { useStore }

const useFigures = <T>(key: string, get: () => T): T => {
  const { figures } = useSession()
  return useSyncExternalStore(
    useCallback((listener) => figures.on(key, listener), [figures, key]),
    get,
  )
}

/** A cell's value once it is left: nothing follows each key but the totals. */
export const useTotal = (at: Address): Total => {
  const { ledger } = useSession()
  return useFigures(`mark:${at}`, () => ledger.valueAt(at))
}

/** How an entered cell looks once it is left: a zero is paler, what is no figure is marked. */
export const useMark = (at: Address): 'zero' | 'invalid' | 'plain' => {
  const { ledger } = useSession()
  return useFigures(`mark:${at}`, () => {
    const read = ledger.read(at)
    return read.kind === 'unreadable'
      ? 'invalid'
      : read.kind === 'figure' && Number(read.value) === 0
        ? 'zero'
        : 'plain'
  })
}

export const useJudged = (): Judged => useStore(useSession().judged)

/** Whether nothing can be changed here: the report is a final copy, or another window fills it in. */
export const useIsFixed = (): boolean => useStore(useSession().fixed) !== null

/** Whether another window fills the report in: then not even its review goes on here. */
export const useIsElsewhere = (): boolean => useStore(useSession().elsewhere)

/** The gravest fault that has an entered cell among its places, for as long as it stands. */
export const useFault = (at: Address): Finding | undefined => {
  const { judged } = useSession()
  return useSyncExternalStore(judged.on, () => faultByCell(judged.get()).get(at))
}

/** What registers a field of the form: uncontrolled, every change told to the session; only read where nothing can be changed. */
export const useField = (name: Path<TypedReport>) => {
  const { form, changed, mend } = useSession()
  const readOnly = useIsFixed()
  return { ...form.register(name, { onChange: () => changed(name), onBlur: () => mend(name) }), readOnly }
}
