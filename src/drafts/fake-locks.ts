interface Owner {
  readonly state: 'living' | 'frozen' | 'dead'
  run(work: () => void): void
}

interface Held<O> {
  readonly name: string
  readonly owner: O
  readonly stolen: () => void
}

/** The locks of a browser, given and taken after a while; what a frozen window is told waits until it wakes. */
export class FakeLocks<O extends Owner> {
  private held: Held<O>[] = []

  constructor(private readonly later: () => Promise<void>) {}

  free(owner: O): void {
    this.held = this.held.filter((one) => one.owner !== owner)
  }

  of(owner: O): Pick<LockManager, 'request' | 'query'> {
    const ready = (): Promise<void> => new Promise((resolve) => owner.run(resolve))
    const request = async (name: string, ...rest: readonly unknown[]): Promise<unknown> => {
      const work = rest[rest.length - 1] as (lock: { name: string } | null) => unknown
      const { ifAvailable = false, steal = false } = (rest.length > 1 ? rest[0] : {}) as LockOptions
      await this.later()
      const others = this.held.filter((one) => one.name === name)
      if (others.length > 0 && ifAvailable) return ready().then(() => work(null))
      if (steal) {
        this.held = this.held.filter((one) => !others.includes(one))
        for (const other of others) other.stolen()
      }
      if (owner.state === 'dead') return undefined
      return new Promise((resolve, reject) => {
        const stolen = (): void => owner.run(() => reject(new DOMException('stolen', 'AbortError')))
        const own: Held<O> = { name, owner, stolen }
        this.held.push(own)
        const end = (): void => {
          this.held = this.held.filter((one) => one !== own)
          resolve(undefined)
        }
        owner.run(() => void Promise.resolve(work({ name })).then(end))
      })
    }
    return {
      request: request as LockManager['request'],
      query: async () => {
        await this.later()
        const held = this.held.map(({ name }) => ({ name, mode: 'exclusive' as const, clientId: '' }))
        await ready()
        return { held, pending: [] }
      },
    }
  }
}
