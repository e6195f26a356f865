import { Component, type ReactNode } from 'react'
import { isMissingFile, missingFile, missingFileAct, nothingLost } from '../parts/missing-file'

interface State {
  readonly error: Error | null
}

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
        <h1 tabIndex={-1}>{isMissingFile(error) ? missingFile : '程序出错了'}</h1>
        <p>
          {nothingLost}
          {isMissingFile(error) ? `${missingFileAct}。` : '请刷新页面继续；如果反复出现，请把下面这行告诉维护人员。'}
        </p>
        <pre>{error.message}</pre>
      </main>
    )
  }
}
