/** The calls of a database that can fail, and in what ways. */
export const faultsOf = {
  open: ['throws', 'fails', 'hangs'],
  transaction: ['is closed', 'throws'],
  request: ['throws', 'fails', 'aborts', 'hangs'],
  commit: ['is full', 'aborts', 'hangs', 'is lost'],
} as const

type Call = keyof typeof faultsOf

/** What is to go wrong at which call, the first being 1. */
export interface Fault {
  readonly at: number
  readonly how: (typeof faultsOf)[Call][number]
}

/** fake-indexeddb's transaction, as far as its inner working has to be broken. */
interface Inner extends IDBTransaction {
  readonly db: IDBDatabase & { readonly _rawDatabase: { processTransactions(): void } }
  _state: string
  _requests: readonly { readonly request: IDBRequest }[]
  _start(): void
  _abort(name: string): void
  _markFinished(): void
  _execRequestAsync(work: { readonly operation: () => unknown; readonly source: IDBObjectStore }): IDBRequest
}

const requests = ['get', 'getKey', 'getAll', 'getAllKeys', 'put', 'delete'] as const

const failure = (name: string): DOMException => new DOMException('injected', name)

/** An open request that is answered with an error, or never. */
const openRequest = (error?: DOMException): IDBOpenDBRequest => {
  const target = new EventTarget()
  if (error) setImmediate(() => target.dispatchEvent(new Event('error')))
  return Object.create(IDBOpenDBRequest.prototype, {
    error: { value: error },
    addEventListener: { value: target.addEventListener.bind(target) },
    removeEventListener: { value: target.removeEventListener.bind(target) },
  }) as IDBOpenDBRequest
}

/** A database, under fake-indexeddb, that counts its calls and lets one of them go wrong. For tests. */
export interface Injector {
  /** Begins to count anew; `fault` is what is to go wrong. */
  arm(fault?: Fault): void
  /** All calls since then. */
  calls(): readonly Call[]
  /** Whether it went wrong already. */
  hasStruck(): boolean
  /** Whether the database has nothing to do, but for what hangs. */
  isIdle(): boolean
  remove(): void
}

/** Puts itself between the app and fake-indexeddb, until it is removed. */
export const createInjector = (): Injector => {
  let calls: Call[] = []
  let fault: Fault | undefined
  let isStruck = false
  const busy = new Set<unknown>()
  const undo: (() => void)[] = []

  const strikes = (call: Call): Fault['how'] | undefined => {
    calls.push(call)
    if (fault?.at !== calls.length) return undefined
    isStruck = true
    return fault.how
  }

  const patch = <T extends object, K extends keyof T & string>(on: T, name: K, make: (own: T[K]) => T[K]): void => {
    const own = on[name]
    Object.defineProperty(on, name, { value: make(own), configurable: true, writable: true })
    undo.push(() => Object.defineProperty(on, name, { value: own, configurable: true, writable: true }))
  }

  patch(
    IDBFactory.prototype,
    'open',
    (own) =>
      function (this: IDBFactory, ...args) {
        const how = strikes('open')
        if (how === 'throws') throw failure('UnknownError')
        if (how === 'fails') return openRequest(failure('UnknownError'))
        if (how === 'hangs') return openRequest()
        const request = own.apply(this, args)
        busy.add(request)
        for (const type of ['success', 'error']) request.addEventListener(type, () => busy.delete(request))
        return request
      },
  )

  patch(
    IDBDatabase.prototype,
    'transaction',
    (own) =>
      function (this: IDBDatabase, ...args) {
        const how = strikes('transaction')
        if (how === 'throws') throw failure('UnknownError')
        if (how === 'is closed') throw failure('InvalidStateError')
        const transaction = own.apply(this, args)
        busy.add(transaction)
        for (const type of ['complete', 'abort']) transaction.addEventListener(type, () => busy.delete(transaction))
        return transaction
      },
  )

  const hang = (transaction: Inner): void => {
    busy.delete(transaction)
    transaction._start = () => undefined
  }

  for (const name of requests)
    patch(
      IDBObjectStore.prototype,
      name,
      (own: (...args: never[]) => IDBRequest) =>
        function (this: IDBObjectStore, ...args: never[]) {
          const transaction = this.transaction as Inner
          const how = transaction.mode === 'versionchange' ? undefined : strikes('request')
          if (how === 'throws') throw failure('UnknownError')
          if (how === 'fails')
            return transaction._execRequestAsync({
              source: this,
              operation: () => {
                throw failure('UnknownError')
              },
            })
          const request = own.apply(this, args)
          if (how === 'aborts') transaction.abort()
          if (how === 'hangs') hang(transaction)
          return request
        } as never,
    )

  patch(
    IDBTransaction.prototype as Inner,
    '_start',
    (own) =>
      function (this: Inner) {
        const isCommit =
          this._state !== 'finished' && this._requests.length === 0 && this.mode !== 'versionchange' && busy.has(this)
        const how = isCommit ? strikes('commit') : undefined
        if (how === 'is full') this._abort('QuotaExceededError')
        else if (how === 'aborts') this._abort('AbortError')
        else if (how === 'hangs') hang(this)
        else if (how === 'is lost') {
          busy.delete(this)
          this._markFinished()
          this.db._rawDatabase.processTransactions()
        } else own.call(this)
      },
  )

  return {
    arm: (next) => {
      calls = []
      fault = next
      isStruck = false
      busy.clear()
    },
    calls: () => calls,
    hasStruck: () => isStruck,
    isIdle: () => busy.size === 0,
    remove: () => {
      for (const back of undo.reverse()) back()
    },
  }
}
