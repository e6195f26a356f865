import type { Choice, Conflict } from '../../../drafts/backup/plan'
import { nameOf } from '../../../parts/draft-name'
import { timeInWords } from '../../../parts/times'
import styles from './Backup.module.css'
import { choiceWords } from './restore-words'

interface Props {
  readonly conflicts: readonly Conflict[]
  readonly choices: ReadonlyMap<string, Choice>
  readonly onChoose: (id: string, choice: Choice) => void
}

const options = ['both', 'theirs', 'none'] as const

/** The drafts that are here with another content, both times, and what is to become of each. */
export const Conflicts = ({ conflicts, choices, onChoose }: Props) => (
  <section aria-labelledby="conflicts">
    <h3 id="conflicts" className={styles.subhead}>
      这里也有、内容不同的年报
    </h3>
    <div className={styles.wrap}>
      <table className={styles.conflicts} aria-labelledby="conflicts">
        <thead>
          <tr>
            <th scope="col">年报</th>
            <th scope="col">这里上次改动</th>
            <th scope="col">备份里上次改动</th>
            <th scope="col">怎么办</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ id, here, there }) => (
            <tr key={id}>
              <th scope="row">
                {nameOf(here)}
                {here.final && '（已定稿）'}
              </th>
              <td>{timeInWords(here.changedAt)}</td>
              <td>
                {timeInWords(there.changedAt)}
                {there.final && '，已定稿'}
              </td>
              <td>
                <select
                  aria-label={`“${nameOf(here)}”怎么办`}
                  value={choices.get(id) ?? 'both'}
                  onChange={({ target }) => onChoose(id, options.find((one) => one === target.value) ?? 'both')}
                >
                  {options.map((one) => (
                    <option key={one} value={one}>
                      {choiceWords[one]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <p className={styles.hint}>
      “两份都留”：备份里的另存一份副本，须重新定稿。“用备份里的”：现在的内容先留作旧版本，审核记录都保留。
    </p>
  </section>
)
