/** The data-flow picture of one company as SVG: who sends what to whom, only what is in use. Pure. */
import { escapeHtml } from '../platform/page.ts'
import type { Facts } from './facts.ts'

type Node = { readonly name: string; readonly where: string }
type Flow = Node & {
  /** Towards us, and from us. */
  readonly takes: string
  readonly gives: string
}

/** One line each, around the product in the middle. */
export function flowsOf({ company, reach, ownEntry, model, product }: Facts): readonly Flow[] {
  return [
    {
      name: 'Employee',
      where: 'Teams, web, learning system',
      takes: 'words, plans, answers, choices',
      gives: 'coaching, own data, receipts'
    },
    {
      name: 'Microsoft Teams',
      where: 'your tenant and region',
      takes: 'messages typed to the bot, who typed them',
      gives: 'cards with nudges, report cards'
    },
    {
      name: 'Microsoft Entra ID',
      where: 'your tenant and region',
      takes: `sign-in tokens${ownEntry ? ', own employee number' : ''}`,
      gives: 'nothing about people'
    },
    ...(reach.level > 0
      ? [
          {
            name: 'Microsoft Graph',
            where: 'your tenant and region',
            takes: 'whether the app is installed',
            gives: reach.level === 1 ? 'a neutral line in the feed' : 'a neutral line in the feed, installing the app'
          }
        ]
      : []),
    ...(company.signIn === 'provider'
      ? [
          {
            name: 'WorkOS',
            where: 'United States',
            takes: 'directory profiles, groups, sign-ins',
            gives: 'events of the audit log, if forwarded'
          }
        ]
      : []),
    ...(company.learningSite
      ? [
          {
            name: 'Thinkific',
            where: 'Canada, United States',
            takes: 'enrollments, completion',
            gives: 'name, work e-mail, enrollments'
          }
        ]
      : []),
    ...(model
      ? [
          {
            name: 'Your language model',
            where: model,
            takes: 'answers of the coach',
            gives: 'the conversation without names'
          }
        ]
      : []),
    ...(product.calls.mail
      ? [{ name: 'Mail server', where: product.calls.mail, takes: 'bounces', gives: 'neutral mails, sign-in codes' }]
      : []),
    { name: 'HR', where: 'Teams channel, tab', takes: 'schedules, campaigns', gives: 'figures about 8 people or more' }
  ]
}

const ROW = 74
const WIDTH = 1000
const STYLE =
  'text{font:14px system-ui,"Segoe UI",sans-serif;fill:#1b1a19}.b{font-weight:600}.s{fill:#55524f;font-size:12px}rect{fill:#fff;stroke:#0b6a6f;stroke-width:1.5}.o rect{fill:#e8f3f3}path{stroke:#0b6a6f;stroke-width:1.5;fill:none;marker-end:url(#a)}'

export function flowPicture(facts: Facts): string {
  const flows = flowsOf(facts)
  const height = flows.length * ROW + 20
  const described = flows.map(({ name, takes, gives }) => `${name}: we get ${takes}; we give ${gives}.`).join(' ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="t d"><title id="t">Data flows of ConsciousInsights for ${escapeHtml(facts.company.name)}</title><desc id="d">${escapeHtml(described)}</desc><style>${STYLE}</style><defs><marker id="a" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" style="fill:#0b6a6f;stroke:none;marker-end:none"/></marker></defs><rect x="0" y="0" width="${WIDTH}" height="${height}" style="fill:#fff;stroke:none"/>
<g class="o"><rect x="700" y="10" width="290" height="${height - 20}" rx="8"/><text class="b" x="845" y="${height / 2 - 30}" text-anchor="middle">ConsciousInsights</text><text class="s" x="845" y="${height / 2 - 10}" text-anchor="middle">Azure, European Union</text><text class="s" x="845" y="${height / 2 + 12}" text-anchor="middle">PostgreSQL, one company per row policy</text><text class="s" x="845" y="${height / 2 + 30}" text-anchor="middle">words sealed with a key per person</text><text class="s" x="845" y="${height / 2 + 48}" text-anchor="middle">keys wrapped by Azure Key Vault</text></g>
${flows.map(row).join('\n')}
</svg>
`
}

function row({ name, where, takes, gives }: Flow, index: number): string {
  const y = 10 + index * ROW
  return `<g><rect x="10" y="${y}" width="250" height="${ROW - 14}" rx="8"/><text class="b" x="24" y="${y + 25}">${escapeHtml(name)}</text><text class="s" x="24" y="${y + 44}">${escapeHtml(where)}</text><path d="M260 ${y + 20}L700 ${y + 20}"/><text class="s" x="480" y="${y + 15}" text-anchor="middle">${escapeHtml(takes)}</text><path d="M700 ${y + 46}L260 ${y + 46}"/><text class="s" x="480" y="${y + 41}" text-anchor="middle">${escapeHtml(gives)}</text></g>`
}
