/** On paper: the report alone, in ink on white, nothing cut in two. */
import { makeStaticStyles } from '@fluentui/react-components'

export const usePrint = makeStaticStyles(`
@media print {
  .ci-nav,
  .ci-unprinted {
    display: none !important;
  }
  .ci-frame,
  .ci-page {
    display: block;
    max-width: none;
    min-height: 0;
    padding: 0;
    background: none;
  }
  .ci-report {
    color: #000;
    background: #fff;
  }
  .ci-report * {
    color: #000 !important;
    box-shadow: none !important;
  }
  .ci-report section,
  .ci-report li,
  .ci-report tr {
    break-inside: avoid;
  }
}
`)
