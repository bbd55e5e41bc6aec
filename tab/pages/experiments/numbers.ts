/** Points and figures as people read them. */
import type { ExperimentLook } from '../../../api/contract/experiments.ts'
import type { Cell } from '../../../api/contract/cell.ts'
import type { Words } from '../../words.ts'

type Lift = ExperimentLook['outcomes'][number]['lift']

export const inPoints = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)

const signed = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value)

/** Such as "+4.2 (+1.1 to +7.3)". */
export const liftText = (lift: Lift, { experiments }: Words, locale: string): string =>
  lift
    ? experiments.between(signed(lift.points, locale), signed(lift.low, locale), signed(lift.high, locale))
    : experiments.notShown

export const cellText = (cell: Cell): string => (cell.kind === 'shown' ? cell.label : cell.reason)

/** 0 to 1; undefined where the figure is blank or only a bound. */
export const shareOf = (cell: Cell): number | undefined =>
  cell.kind === 'shown' && cell.exact && cell.of > 0 ? cell.count / cell.of : undefined
