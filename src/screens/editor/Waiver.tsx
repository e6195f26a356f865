import { useState } from 'react'
import { ReasonDialog } from '../../parts/ReasonDialog'
import { useIsFixed, useSession, useStore } from '../../parts/session-context'
import { waiverOf } from '../../review/standing'
import { Button } from '../../ui/Button'
import styles from './Editor.module.css'

/** 无需审核, a setting of the unit: why its reports need no approval, or the way to say so and to take it back. */
export const Waiver = () => {
  const { desk, say } = useSession()
  const waiver = waiverOf(useStore(desk.review))
  const isFixed = useIsFixed()
  const [isAsking, setIsAsking] = useState(false)
  const isWaived = waiver !== undefined
  const kind = isWaived ? 'require' : 'waive'
  if (isFixed && !isWaived && !isAsking) return null
  return (
    <div className={styles.waiver}>
      {isWaived && (
        <p>
          <b>本单位无需审核</b>：{waiver}
        </p>
      )}
      {!isFixed && (
        <Button look="quiet" onClick={() => setIsAsking(true)}>
          {isWaived ? '改为需要审核' : '本单位无需审核'}
        </Button>
      )}
      {isAsking && (
        <ReasonDialog
          title={isWaived ? '改为需要审核' : '本单位无需审核'}
          about={
            isWaived
              ? '以后定稿前须先送审并审核通过。'
              : '以后本单位的年报不经审核就能定稿，新建下一年的年报时照此办理；随时可以改回来。'
          }
          hint="理由留在年报文件里。"
          unsentKey={kind}
          confirm={isWaived ? '改为需要审核' : '确定无需审核'}
          signed
          onDone={(text, by) => {
            const isDone = desk.add(by, { kind, text })
            if (isDone) say(isWaived ? '已改为需要审核' : '已设为无需审核')
            return isDone
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  )
}
