import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { invoke } from '#services/bridge'
import { EmptyState } from '#ui/EmptyState'

interface ErrorBoundaryProps {
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly error: Error | null
}

/** Catches a bug in the interface: says so, writes it to the log, and offers to reload. Nothing unsaved exists. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    void invoke('app:log', 'error', `${error.stack ?? error.message}\n${info.componentStack ?? ''}`)
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div role="alert" style={{ height: '100%' }}>
        <EmptyState
          icon={<IconAlertTriangle size="2rem" />}
          title="Crossread ran into a fault of its own"
          actions={<Button onClick={() => window.location.reload()}>Reload</Button>}
        >
          Every change made so far is on disk. Reload to go on; if it happens again, the log says:{' '}
          {error.message}
        </EmptyState>
      </div>
    )
  }
}
