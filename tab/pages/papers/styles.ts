import { makeStyles, tokens } from '@fluentui/react-components'

export const usePaperStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
  sum: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', userSelect: 'all' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '8px' },
  name: { overflowWrap: 'anywhere' },
  steps: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '16px' },
  step: {
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: '12px',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px'
  },
  image: { border: `1px solid ${tokens.colorNeutralStroke1}`, padding: '4px', backgroundColor: '#55524f' },
  short: { maxWidth: '420px' },
  accent: { maxWidth: '160px' },
  swatch: { width: '24px', height: '24px', border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: '4px' },
  hidden: { display: 'none' }
})
