/** Where code that comes later may not come: offline, or replaced by a newer version meanwhile. What is around it stays. */
import { Component, type ReactNode } from 'react'

type Props = { readonly fallback: ReactNode; readonly children: ReactNode }
type State = { readonly failed: boolean }

export class Boundary extends Component<Props, State> {
  override readonly state: State = { failed: false }
  static getDerivedStateFromError = (): State => ({ failed: true })
  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
