/** What the first view is drawn with. It looks as Fluent's own components do, by the same tokens, and is there before they are: parts.css. */
import type { ComponentProps, ReactNode } from 'react'

/** Names that are absent or false are left out. */
export const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')

type ButtonLook = { readonly appearance?: 'primary' | 'subtle'; readonly size?: 'small' }

const buttonClass = ({ appearance, size }: ButtonLook): string =>
  classes('ci-button', size && `ci-button-${size}`, appearance && `ci-button-${appearance}`)

export const Button = ({
  appearance,
  size,
  ...rest
}: ButtonLook & Omit<ComponentProps<'button'>, 'type' | 'className'>): ReactNode => (
  <button
    type="button"
    {...rest}
    className={buttonClass({ ...(appearance && { appearance }), ...(size && { size }) })}
  />
)

type LinkProps = { readonly href: string; readonly children: ReactNode }

/** A primary button that leads to an address. */
export const LinkButton = ({ href, children }: LinkProps): ReactNode => (
  <a href={href} className={buttonClass({ appearance: 'primary' })}>
    {children}
  </a>
)

type TextProps = Pick<ComponentProps<'span'>, 'role' | 'className' | 'children'> & {
  readonly size?: 100 | 200 | 400
  readonly weight?: 'semibold'
  readonly block?: true
}

export const Text = ({ size, weight, block, className, ...rest }: TextProps): ReactNode => (
  <span
    {...rest}
    className={classes(size && `ci-text-${size}`, weight && 'ci-strong', block && 'ci-block', className)}
  />
)

type TitleProps = { readonly as: 'h1' | 'h2'; readonly children: ReactNode }

export const Title = ({ as: Heading, children }: TitleProps): ReactNode => (
  <Heading className="ci-text-600 ci-strong">{children}</Heading>
)

type BadgeProps = {
  readonly appearance?: 'outline'
  readonly children: ReactNode
}

export const Badge = ({ appearance, children }: BadgeProps): ReactNode => (
  <span className={classes('ci-badge', appearance && `ci-badge-${appearance}`)}>{children}</span>
)

export const TextArea = ({ className, ...rest }: ComponentProps<'textarea'>): ReactNode => (
  <span className={classes('ci-area', className)}>
    <textarea {...rest} className="ci-area-field" />
  </span>
)

type NoticeProps = { readonly intent: keyof typeof SHAPES; readonly children: string }

/** What went wrong, told by shape and words too; an error is read out at once. */
export function Notice({ intent, children }: NoticeProps): ReactNode {
  const inside = (
    <>
      <svg viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
        <path fillRule="evenodd" d={SHAPES[intent]} />
      </svg>
      <span>{children}</span>
    </>
  )
  return intent === 'warning' ? (
    <output className="ci-notice">{inside}</output>
  ) : (
    <div role="alert" className="ci-notice ci-notice-error">
      {inside}
    </div>
  )
}

/** A square on its corner with a cross, a triangle with a mark. */
const SHAPES = {
  error:
    'M10 1 19 10 10 19 1 10ZM7.3 6.2 6.2 7.3 8.9 10 6.2 12.7 7.3 13.8 10 11.1 12.7 13.8 13.8 12.7 11.1 10 13.8 7.3 12.7 6.2 10 8.9Z',
  warning: 'M10 2 19 18H1ZM9.2 8V13H10.8V8ZM9.2 14.3V15.9H10.8V14.3Z'
}
