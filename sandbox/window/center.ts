/** The place of a few lines in the middle of an empty pane. */
import { makeStyles } from '@fluentui/react-components'

const useStyles = makeStyles({
  center: {
    margin: 'auto',
    maxWidth: '440px',
    padding: '24px',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '12px'
  }
})

export const useCenter = (): string => useStyles().center
