import { Link } from 'wouter'
import { rulesFor } from '../../checks/run'
import { formats } from '../../format'
import { takeFocus } from '../../parts/refocus'
import { homeRoute } from '../../parts/routes'
import { useTitle } from '../../parts/use-title'
import styles from './Rules.module.css'

const severities = { error: '错误', warning: '提醒', info: '提示' } as const

const back = (): void => window.history.back()

/** 规则: what is checked, why, and what a fault looks like – from the same data that the checks run on. */
export const Rules = () => {
  useTitle('检查规则 · 政府信息公开年报')
  const format = formats[formats.length - 1]
  if (!format) return null
  return (
    <main className={styles.page}>
      <h1 ref={takeFocus} tabIndex={-1}>
        检查规则
      </h1>
      <p className={styles.hint}>
        错误须改正后才能定稿；提醒改正或写明理由；提示只供参考。依据文字判断的错误，也可以写明理由放行。
      </p>
      <p>
        <button type="button" className={styles.back} onClick={back}>
          返回
        </button>{' '}
        <Link href={homeRoute}>年报列表</Link>
      </p>
      <div className={styles.wrap}>
        <table className={styles.table} aria-label="检查规则">
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">程度</th>
              <th scope="col">应当怎样</th>
              <th scope="col">依据</th>
              <th scope="col">例子</th>
            </tr>
          </thead>
          <tbody>
            {rulesFor(format).map(({ id, severity, lesser, releasable, holds, basis, example }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td>
                  {severities[severity]}
                  {lesser && <span className={styles.more}>{`${lesser.when}：${severities[lesser.severity]}`}</span>}
                  {releasable && <span className={styles.more}>可写明理由放行</span>}
                </td>
                <td>{holds}</td>
                <td>{basis}</td>
                <td>
                  {example && (
                    <>
                      <span>{example.fault}</span>
                      <span className={styles.more}>{example.message}</span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </main>
  )
}
