import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** Another value (the address) forgets the failure: the next page is drawn afresh. */
  place: string;
  fallback: ReactNode;
  children: ReactNode;
}
interface BoundaryState { isBroken: boolean; place: string }

/** Catches what breaks while a page is drawn, and draws the fallback in its place. React wants a class for this. */
export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { isBroken: false, place: this.props.place };

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { isBroken: true };
  }

  static getDerivedStateFromProps({ place }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return place === state.place ? null : { isBroken: false, place };
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}
