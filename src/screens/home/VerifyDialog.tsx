import { useRef, useState } from 'react'
import type { Draft } from '../../drafts/draft'
import { readCode, verify, type Verification } from '../../review/verify'
import { Button } from '../../ui/Button'
import { FileButton } from '../../ui/FileButton'
import { Dialog } from '../../ui/Dialog'
import { DialogActions } from '../../ui/DialogActions'
import { Field, helpId } from '../../ui/Field'
import { nameOf } from '../../parts/draft-name'
import { Verified } from './Verified'
import { sourceText, type Source } from './verifying'
import home from './Home.module.css'
import styles from './VerifyDialog.module.css'

interface Props {
  readonly drafts: readonly Draft[]
  readonly onClose: () => void
}

const missing = '请选择文件，或者选这台电脑上的年报。'

/** 核验: whether a printed copy, by the code in its foot, and a file or a draft have the same content. */
export const VerifyDialog = ({ drafts, onClose }: Props) => {
  const [code, setCode] = useState('')
  const [source, setSource] = useState<Source | null>(null)
  const [found, setFound] = useState<Verification | null>(null)
  const [isMissing, setIsMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const choose = (next: Source | null): void => {
    setSource(next)
    setFound(null)
    setIsMissing(false)
  }
  const compare = async (): Promise<void> => {
    // A code that is none is told before any file is asked for.
    const early = verify('', code)
    if (early.kind === 'noCode') {
      setFound(early)
      field.current?.focus()
      return
    }
    if (!source) {
      setFound(null)
      setIsMissing(true)
      document.getElementById('verify-file')?.focus()
      return
    }
    const text = await sourceText(source)
    setFound(text.ok ? verify(text.value, code) : { kind: 'unreadable', message: text.problem.message })
  }
  const problem = found?.kind === 'noCode' ? found.message : undefined
  return (
    <Dialog title="核验" onClose={onClose}>
      <p className={styles.about}>核对纸质年报和电子年报的内容是否相同。校验码印在每页的页脚。</p>
      <form
        className={home.form}
        onSubmit={(event) => {
          event.preventDefault()
          void compare()
        }}
      >
        <Field
          id="verify-code"
          label="纸上的校验码"
          help="8 个字母和数字；大小写、全角和横线不论，0 和 O、1 和 I 不分。"
          problem={problem}
        >
          <input
            ref={field}
            id="verify-code"
            className={styles.code}
            type="text"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
            value={code}
            aria-describedby={helpId('verify-code')}
            aria-invalid={problem !== undefined || undefined}
            onChange={({ target }) => {
              setCode(target.value)
              setFound(null)
            }}
          />
        </Field>
        <fieldset className={styles.sources} aria-describedby={isMissing ? 'verify-missing' : undefined}>
          <legend>电子年报</legend>
          <div className={styles.file}>
            <FileButton id="verify-file" chooses="选择要核验的文件" onFile={(file) => choose({ kind: 'file', file })}>
              选择文件
            </FileButton>
            <span className={`${styles.name} ${source?.kind === 'file' ? styles.chosen : ''}`}>
              {source?.kind === 'file' ? source.file.name : '导出的 JSON 文件；网页文件不能核验'}
            </span>
          </div>
          {drafts.length > 0 && (
            <select
              aria-label="这台电脑上的年报"
              value={source?.kind === 'draft' ? source.draft.id : ''}
              onChange={({ target }) => {
                const draft = drafts.find(({ id }) => id === target.value)
                choose(draft ? { kind: 'draft', draft } : null)
              }}
            >
              <option value="">或者选这台电脑上的年报</option>
              {drafts.map((draft) => (
                <option key={draft.id} value={draft.id}>
                  {nameOf(draft)}
                  {draft.final && '（已定稿）'}
                </option>
              ))}
            </select>
          )}
          {isMissing && (
            <p id="verify-missing" role="alert" className={styles.problem}>
              {missing}
            </p>
          )}
        </fieldset>
        <div role="status">{found && <Verified found={found} code={readCode(code) ?? ''} />}</div>
        <DialogActions>
          <Button onClick={onClose}>关闭</Button>
          <Button look="primary" type="submit">
            核验
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
