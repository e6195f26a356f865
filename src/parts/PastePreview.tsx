import { cellsOf } from '../report/cells'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { DialogActions } from '../ui/DialogActions'
import { useSession, useStore } from './session-context'
import styles from './PastePreview.module.css'

const shown = (text: string): string => (text.trim() === '' ? '（空）' : text)

/** What a paste would change, old → new, and what could not be read: before anything is done. */
export const PastePreview = () => {
  const session = useSession()
  const plan = useStore(session.pasting)
  if (!plan) return null
  const cells = cellsOf(session.format)
  const close = (): void => session.pasting.set(null)
  const replaced = plan.changes.filter(({ before }) => before.trim() !== '')
  const added = plan.changes.length - replaced.length
  return (
    <Dialog title="粘贴前请核对" onClose={close}>
      {plan.told.length > 0 && (
        <ul className={styles.told}>
          {[...new Set(plan.told)].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {added > 0 && <p>将填入 {added} 个空白的格。</p>}
      {replaced.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.changes}>
            <caption>将改动 {replaced.length} 个已填的格</caption>
            <thead>
              <tr>
                <th scope="col">格</th>
                <th scope="col">原来</th>
                <th scope="col">粘贴后</th>
              </tr>
            </thead>
            <tbody>
              {replaced.map(({ at, before, after }) => (
                <tr key={at}>
                  <th scope="row">{cells.get(at)?.label}</th>
                  <td>{shown(before)}</td>
                  <td>{shown(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {plan.changes.length === 0 && <p>没有可以填入的内容。</p>}
      <DialogActions>
        <Button onClick={close}>取消</Button>
        {plan.changes.length > 0 && (
          <Button
            look="primary"
            onClick={() => {
              close()
              session.act({ act: 'paste', changes: plan.changes })
            }}
          >
            粘贴
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
