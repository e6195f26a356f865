import { useState } from 'react'
import { copyWholeTable } from '../../parts/clipboard'
import { keepingFocus } from '../../parts/refocus'
import { useIsFixed, useSession, useStore } from '../../parts/session-context'
import { takeBack } from '../../parts/undo'
import type { Block, Table } from '../../format'
import { Button } from '../../ui/Button'
import { Toast } from '../../ui/Toast'

const filledWords = (count: number): string => (count === 0 ? '没有空白的格需要填' : `已将 ${count} 个空白的格填为 0`)

/** 撤销, 重做, 复制全表 and 其余填 0 for the figures of a section. */
export const FigureActions = ({ blocks }: { readonly blocks: readonly Block[] }) => {
  const session = useSession()
  const { undo, redo } = useStore(session.undoable)
  const isFixed = useIsFixed()
  const [filled, setFilled] = useState<{ readonly count: number; readonly steps: number } | null>(null)
  const tables = blocks.filter((block): block is Table => block.kind === 'table')
  const [only] = tables
  const fill = (): void => {
    const count = session.fillRest(blocks.map(({ id }) => id))
    session.say(filledWords(count))
    setFilled({ count, steps: session.undoable.get().undo })
  }
  const back = (which: 'undo' | 'redo'): void => {
    setFilled(null)
    takeBack(session, which)
  }
  const copy = (table: Table): void => {
    const isCopied = copyWholeTable(session, table)
    session.notice.set({
      message: isCopied ? '已复制全表，可以粘贴到 Excel、WPS 或 Word。' : '浏览器没有允许复制，请选中各格后按 Ctrl+C。',
    })
  }
  return (
    <>
      <Button onClick={() => back('undo')} disabled={undo === 0 || isFixed}>
        撤销
      </Button>
      <Button onClick={() => back('redo')} disabled={redo === 0 || isFixed}>
        重做
      </Button>
      {only && tables.length === 1 && <Button onClick={() => copy(only)}>复制全表</Button>}
      <Button onClick={fill} disabled={isFixed}>
        其余填 0
      </Button>
      {filled?.steps === undo && redo === 0 && (
        <Toast
          message={filledWords(filled.count)}
          {...(filled.count > 0 ? { action: { label: '撤销填 0', run: () => keepingFocus(() => back('undo')) } } : {})}
          onClose={() => keepingFocus(() => setFilled(null))}
        />
      )}
    </>
  )
}
