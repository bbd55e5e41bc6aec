/** Teams draws charts and tables that Microsoft's open renderer does not: bars with their labels and values, as text. */
import {
  CardElement,
  GlobalRegistry,
  Table,
  Versions,
  type PropertyBag,
  type SerializationContext
} from 'adaptivecards'
import { z } from 'zod'

const chartSchema = z.looseObject({
  title: z.string().optional(),
  data: z.array(z.object({ x: z.string(), y: z.number() }))
})
type Chart = z.output<typeof chartSchema>

abstract class BarChart extends CardElement {
  private chart: Chart | undefined
  private instead: CardElement | undefined

  override getJsonTypeName(): string {
    return this.typeName
  }

  protected abstract readonly typeName: string
  protected abstract readonly look: string

  protected override internalParse(source: PropertyBag, context: SerializationContext): void {
    super.internalParse(source, context)
    this.chart = chartSchema.safeParse(source).data
    this.instead = context.parseElement(this, source['fallback'], [], false)
  }

  protected override internalRender(): HTMLElement | undefined {
    if (!this.chart) return undefined
    const { title, data } = this.chart
    const figure = element('figure', `chart ${this.look}`)
    if (title) figure.append(element('figcaption', 'chart-title', title))
    const most = Math.max(1, ...data.map(({ y }) => y))
    const list = element('ul', 'chart-bars')
    list.append(...data.map(bar => barOf(bar, most)))
    figure.append(list)
    const table = this.instead?.render()
    if (table) figure.append(disclosureOf(table))
    return figure
  }
}

/** What a Teams client without charts shows in the chart's place. */
function disclosureOf(table: HTMLElement): HTMLElement {
  const disclosure = element('details', 'chart-table')
  disclosure.append(element('summary', '', 'As a table, for clients without charts'), table)
  return disclosure
}

class HorizontalBar extends BarChart {
  protected readonly typeName = 'Chart.HorizontalBar'
  protected readonly look = 'horizontal'
}

class VerticalBar extends BarChart {
  protected readonly typeName = 'Chart.VerticalBar'
  protected readonly look = 'vertical'
}

function barOf({ x, y }: Chart['data'][number], most: number): HTMLElement {
  const item = element('li', 'chart-bar')
  const track = element('span', 'chart-track')
  const fill = element('span', 'chart-fill')
  fill.style.setProperty('--share', String(y / most))
  track.append(fill)
  item.append(element('span', 'chart-label', x), track, element('span', 'chart-value', String(y)))
  return item
}

function element(tag: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  if (text) made.textContent = text
  return made
}

/** A bundler drops the renderer's own table, which registers itself by a side effect. */
export function registerCharts(): void {
  const { elements } = GlobalRegistry
  elements.register('Chart.HorizontalBar', HorizontalBar)
  elements.register('Chart.VerticalBar', VerticalBar)
  elements.register('Table', Table, Versions.v1_5)
}
