import type { ReactNode } from 'react'
import type { Citation } from '../../../api/contract/coach.ts'
import { useApp } from '../../context.ts'
import { Text } from '../../parts.tsx'

/** What an answer quotes of the company's material, word for word, each with the title of where it stands. */
export function Citations({ of: citations }: { readonly of: readonly Citation[] }): ReactNode {
  const { words } = useApp()
  const { cited } = words.coachPage
  if (citations.length === 0) return null
  return (
    <section aria-label={cited} className="ci-cited">
      <Text size={200} weight="semibold">
        {cited}
      </Text>
      {citations.map(({ title, quote }, at) => (
        <figure key={at} className="ci-cited-one">
          <blockquote>
            <Text className="ci-cited-words">{quote}</Text>
          </blockquote>
          <figcaption>
            <Text size={200} className="ci-note">
              {title}
            </Text>
          </figcaption>
        </figure>
      ))}
    </section>
  )
}
