/** Facts about the person's work, each with who says so and its switch. */
import { Switch, Text } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { getMyContext, switchMyFact, type FactView } from '../../../api/contract/memory.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { Said, Section, useKnownStyles } from './section.tsx'
import { useKnownWords } from './words.ts'

export function Context(): ReactNode {
  const styles = useKnownStyles()
  const { session } = useApp()
  const said = useKnownWords().context
  const loaded = useLoaded(() => session.call(getMyContext))
  return (
    <Section id="context" title={said.title} body={said.body}>
      <Loading loaded={loaded}>
        {({ facts }) => (
          <ul className={styles.rows}>
            {facts.map(fact => (
              <Fact key={fact.fact} first={fact} />
            ))}
          </ul>
        )}
      </Loading>
    </Section>
  )
}

function Fact({ first }: { readonly first: FactView }): ReactNode {
  const styles = useKnownStyles()
  const { session } = useApp()
  const said = useKnownWords().context
  const [view, setView] = useState(first)
  const [done, setDone] = useState('')
  const { busy, run, problem } = usePress()
  const name = said.facts[view.fact]
  const choose = (active: boolean): void => {
    setDone('')
    run(async () => {
      setView(await session.call(switchMyFact, { params: { fact: view.fact }, body: { active } }))
      setDone(active ? said.on : said.off)
    })
  }
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <Text weight="semibold">{name}</Text>
        <Text>{view.text ?? said.unknown}</Text>
        {view.text && (
          <Text size={200} className={styles.quiet}>
            {said.sources[view.source]}
          </Text>
        )}
      </div>
      <Switch
        checked={view.active}
        disabled={busy}
        aria-label={said.use(name)}
        onChange={(_event, { checked }) => choose(checked)}
      />
      <Said>{done}</Said>
      {problem}
    </li>
  )
}
