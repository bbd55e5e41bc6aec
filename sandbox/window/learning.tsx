/** The way to the learning site, which opens beside the window. */
import { Link, Spinner, Text } from '@fluentui/react-components'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import * as control from '../control/contract.ts'
import { call } from './api.ts'
import { useCenter } from './center.ts'
import { Failed } from './failed.tsx'
import { useInOrder } from './in-order.ts'
import { sayProblem } from './use-work.ts'

type Props = { readonly person: control.SandboxPerson; readonly systemUrl: string | undefined }

export function Learning({ person, systemUrl }: Props): ReactNode {
  const center = useCenter()
  const [link, setLink] = useState('')
  const [problem, setProblem] = useState('')
  const ask = useInOrder()
  const load = useCallback(() => {
    const counts = ask()
    setLink('')
    setProblem('')
    call(control.getLearningLink, { params: { personKey: person.key } }).then(
      ({ url }) => counts() && setLink(url),
      (error: unknown) => counts() && setProblem(sayProblem(error))
    )
  }, [ask, person.key])
  useEffect(load, [load])
  if (problem) return <Failed title="The way to the learning site is not known" problem={problem} onRetry={load} />
  if (!link) return <Spinner label="Loading …" style={{ margin: 'auto' }} />
  return (
    <div className={center}>
      <Text size={400} weight="semibold" align="center">
        The learning site opens in its own browser tab
      </Text>
      <Text align="center">
        It signs {person.name} in through CI, which sends them to their company’s provider. On the simulated sign-in
        page press “Sign in”; the name is filled in.
      </Text>
      <Link href={link} target="_blank" rel="noopener noreferrer">
        Open the learning site as {person.name.split(' ')[0]}
      </Link>
      {systemUrl && (
        <>
          <Text align="center">
            The company has another learning system too, on a site of its own. Its course page shows the coach in a
            frame; in the small window that its “Sign in” opens, the user name is {person.email}.
          </Text>
          <Link href={systemUrl} target="_blank" rel="noopener noreferrer">
            Open a course with the coach in it
          </Link>
        </>
      )}
    </div>
  )
}
