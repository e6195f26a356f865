import { Component, type ReactNode } from 'react'

interface State {
  readonly error: Error | null
}

const isMissingFile = ({ message }: Error): boolean =>
  /dynamically imported module|module script|Loading chunk/i.test(message)

/** What is shown when the program itself fails: that nothing stored is lost, and what to do. */
export class FailureScreen extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: Error): State {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <main style={{ padding: 32 }}>
        <h1>{isMissingFile(error) ? '程序文件没有取到' : '程序出错了'}</h1>
        <p>
          {isMissingFile(error)
            ? '已保存的内容没有受影响。程序可能已经更新或停止服务，请确认它还开着，再刷新页面。'
            : '已保存的内容没有受影响。请刷新页面继续；如果反复出现，请把下面这行告诉维护人员。'}
        </p>
        <pre>{error.message}</pre>
      </main>
    )
  }
}
