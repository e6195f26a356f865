/** Which window may fill in which draft, and which windows live. Nothing is kept safe by this alone: saves have revisions. */
export interface Claims {
  /** Takes a draft that no window has; false where one does. `onLost` is called when another window has seized it. */
  claim(draft: string, onLost: () => void): Promise<boolean>
  /** Takes a draft, whoever has it. */
  seize(draft: string, onLost: () => void): Promise<void>
  release(draft: string): void
  /** Whether any living window has it, this one too. */
  isHeld(draft: string): Promise<boolean>
  isAlive(tab: string): Promise<boolean>
}

/** What the names of all locks and records of this app begin with. */
export const app = 'gov-info-disclosure-annual-report'
