import { makeStyles, tokens } from '@fluentui/react-components'

export const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '24px' },
  column: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'stretch' },
  close: { display: 'flex', flexDirection: 'column', gap: '4px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  field: { maxWidth: '420px' },
  short: { maxWidth: '220px' },
  scopes: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    '& legend': { padding: 0 }
  },
  scope: { color: tokens.colorNeutralForeground1 },
  opens: { color: tokens.colorNeutralForeground2, display: 'block' },
  secret: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    ':focus': { outlineStyle: 'none' }
  },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    userSelect: 'all'
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' }
})
