import { type ComponentType, createElement, lazy, type ReactNode, Suspense } from 'react'
import { NotLoaded } from './NotLoaded.tsx'

/** A part of the window that is not on its first screen. */
export interface Later<P> {
  readonly Part: (props: P) => ReactNode
  /** Fetches it before it is shown, so that showing it takes no time. */
  readonly prepare: () => void
}

/** Parts the window in two: what the first screen needs is not held up by what stands behind it. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let loading: Promise<{ default: ComponentType<P> }> | undefined
  const prepare = () =>
    (loading ??= load().then(
      (part) => ({ default: part }),
      () => ({ default: NotLoaded }),
    ))
  const Loaded = lazy(prepare)
  return {
    Part: (props) => createElement(Suspense, { fallback: null }, createElement(Loaded, props)),
    prepare: () => void prepare(),
  }
}
