import { AppError } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { system } from '../../shared/api/system.ts'
import { dayAt } from '../../shared/domain/day.ts'
import { auditByRequest } from '../db/repos/audit.ts'
import { isDemo, leaveDemo } from '../demo/demo.ts'
import { type Context, kitchenZone } from './context.ts'

/** Answers while the record does not open too: the recovery page asks here what is wrong. */
export async function state(_input: unknown, context: Context): Promise<Output<typeof system.state>> {
  const { store, version, dataDir, host, now, systemZone, speech } = context
  const { problem } = store
  const { zone, demo } =
    problem === null
      ? await store.read(async (db) => ({ zone: await kitchenZone(db, context), demo: await isDemo(db) }))
      : { zone: systemZone, demo: false }
  const { capabilities } = host
  return {
    version,
    today: dayAt(now(), zone),
    zone,
    problem,
    dataFolder: dataDir,
    language: speech.language,
    demo,
    capabilities,
  }
}

export async function recorded(
  { request }: Input<typeof system.recorded>,
  { store }: Context,
): Promise<Output<typeof system.recorded>> {
  return { recorded: await store.read(async (db) => (await auditByRequest(db, request)) !== undefined) }
}

export async function retry(
  _input: Input<typeof system.retry>,
  context: Context,
): Promise<Output<typeof system.retry>> {
  const problem = await context.store.reopen()
  await context.recordOpened()
  context.notify(context.op)
  return { problem }
}

export function opened(_input: unknown, { opened: file }: Context): Output<typeof system.opened> {
  return { file: file.read() }
}

/** Of this window and this run of the app: not written into the record. */
export function openedSeen(
  _input: Input<typeof system.openedSeen>,
  { opened: file, notify, op }: Context,
): Output<typeof system.openedSeen> {
  file.seen()
  notify(op)
  return { seen: true }
}

export async function showDataFolder(
  _input: Input<typeof system.showDataFolder>,
  { host, dataDir }: Context,
): Promise<Output<typeof system.showDataFolder>> {
  if (!host.capabilities.showFolder) return { shown: false }
  await host.showFolder(dataDir)
  return { shown: true }
}

/** Of this window and this run of the app, as `openedSeen` is. A demo that is left is made anew the next time. */
export async function goTo(
  { kitchen }: Input<typeof system.goTo>,
  { host, store }: Context,
): Promise<Output<typeof system.goTo>> {
  if (!host.capabilities.changeKitchen)
    throw new AppError({
      code: 'rule_violation',
      message: 'Close Traceberry, and start it with --demo for the demo kitchen or without it for your own.',
    })
  // Before: a host that starts the app again closes the record at once.
  if (kitchen === 'own' && store.problem === null) await leaveDemo(store)
  try {
    return { address: await host.goTo(kitchen) }
  } catch (error) {
    throw new AppError({ code: 'conflict', message: error instanceof Error ? error.message : String(error) })
  }
}

export async function startsWithComputer(
  _input: unknown,
  { host }: Context,
): Promise<Output<typeof system.startsWithComputer>> {
  return { starts: host.capabilities.openAtLogin && (await host.openAtLogin(null)) }
}

/** A choice of this computer, not of the kitchen: it is not written into the record. */
export async function startWithComputer(
  { start }: Input<typeof system.startWithComputer>,
  { host, notify, op }: Context,
): Promise<Output<typeof system.startWithComputer>> {
  const starts = host.capabilities.openAtLogin && (await host.openAtLogin(start))
  notify(op)
  return { starts }
}
