import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** Shown in place of what broke. */
  fallback: (error: Error) => ReactNode;
  children: ReactNode;
}

/** Keeps a mistake in one part of the window from blanking it all; saving runs outside of what is drawn and goes on. */
export class Boundary extends Component<BoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error ? this.props.fallback(this.state.error) : this.props.children;
  }
}
