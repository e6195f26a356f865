import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'iframe'>, 'srcDoc' | 'sandbox' | 'title'> & {
  readonly title: string
  /** A page of its own. */
  readonly html: string
}

/** A written page in a frame that runs no script and sends nothing, and that can be printed. */
export const PrintFrame = ({ html, title, ...rest }: Props) => (
  <iframe title={title} sandbox="allow-same-origin allow-modals" srcDoc={html} {...rest} />
)
