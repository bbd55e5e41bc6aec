import { makeStyles, tokens } from '@fluentui/react-components'

export const useMaterialStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  close: { display: 'flex', flexDirection: 'column', gap: '4px' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '16px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  text: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  quote: {
    whiteSpace: 'pre-line',
    margin: 0,
    paddingLeft: '10px',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    overflowWrap: 'anywhere'
  }
})
