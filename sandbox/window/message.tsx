/** One message of a chat or channel as Teams shows it. */
import { Badge, Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { SandboxMessage, SandboxPerson } from '../control/contract.ts'
import { Card, type Pressed } from './card.tsx'
import { localDate } from './format.ts'

const useStyles = makeStyles({
  message: {
    maxWidth: 'min(640px, 92%)',
    minWidth: 0,
    boxSizing: 'border-box',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap'
  },
  bot: {
    alignSelf: 'flex-start',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`
  },
  person: {
    alignSelf: 'flex-end',
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorTransparentStroke}`
  },
  meta: {
    display: 'flex',
    gap: '6px',
    alignItems: 'center',
    flexWrap: 'wrap',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100
  },
  thumb: { minWidth: '32px' }
})

type Reaction = 'like' | 'dislike'

type Props = {
  readonly message: SandboxMessage
  readonly person: SandboxPerson
  readonly onPress: (pressed: Pressed) => void
  readonly onRate: (reaction: Reaction) => void
  readonly onOpen: (url: string) => void
}

export function Message({ message, person, onPress, onRate, onOpen }: Props): ReactNode {
  const styles = useStyles()
  const fromBot = message.from === 'bot'
  return (
    <li className={mergeClasses(styles.message, fromBot ? styles.bot : styles.person)}>
      <div className={styles.meta}>
        <Text size={100} weight="semibold">
          {fromBot ? 'ConsciousInsights' : person.name}
        </Text>
        <span>{localDate(message.at, person.timezone)}</span>
        {message.edited && <span>Edited</span>}
        {message.aiGenerated && (
          <Badge size="small" appearance="outline" color="informative">
            AI-generated
          </Badge>
        )}
        {message.delivery === 'waiting' && <span>Sending … the bot does not answer yet</span>}
        {message.delivery === 'failed' && <span>Not delivered</span>}
      </div>
      {message.deleted ? <Text italic>This message was deleted</Text> : message.text && <Text>{message.text}</Text>}
      {message.cards.map((card, index) => (
        <Card key={index} card={card} onPress={onPress} onOpen={onOpen} />
      ))}
      {message.feedback && (
        <div>
          <Rate reaction="like" name="Good answer" onRate={onRate} />
          <Rate reaction="dislike" name="Bad answer" onRate={onRate} />
        </div>
      )}
    </li>
  )
}

type RateProps = {
  readonly reaction: Reaction
  readonly name: string
  readonly onRate: (reaction: Reaction) => void
}

function Rate({ reaction, name, onRate }: RateProps): ReactNode {
  const styles = useStyles()
  return (
    <Button
      className={styles.thumb}
      size="small"
      appearance="subtle"
      aria-label={name}
      onClick={() => onRate(reaction)}
      icon={
        <svg width="16" height="16" viewBox="0 0 24 24" fill="currentColor" aria-hidden focusable="false">
          <path
            d="M3 11h4v10H3zm6 10V10l4.5-8 2 1.3L14 9h5a2 2 0 0 1 2 2.4l-1.5 8A2 2 0 0 1 17.5 21z"
            transform={reaction === 'dislike' ? 'rotate(180 12 12)' : undefined}
          />
        </svg>
      }
    />
  )
}
