import { useRef, type ComponentProps } from 'react'
import { Button } from './Button'

interface Props extends ComponentProps<typeof Button> {
  /** What the hidden chooser is called. */
  readonly chooses: string
  readonly onFile: (file: File) => void
}

/** A button that asks for a report file; the same file can be chosen again. */
export const FileButton = ({ chooses, onFile, ...rest }: Props) => {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...rest} onClick={() => chooser.current?.click()} />
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        className="unseen"
        tabIndex={-1}
        aria-label={chooses}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onFile(file)
          target.value = ''
        }}
      />
    </>
  )
}
