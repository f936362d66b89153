// How a dossier comes onto the desk and leaves it.

import type { Desk } from './desk.svelte'
import { Dossier } from './dossier.svelte'
import { asProblem, type Answer, type DossierCreate, type DossierHead, type DossierOpen, type Problem } from './host/host'
import { t } from './words'

/** Puts what the program has opened onto the desk. `how` opens the same one again. */
export function enter(desk: Desk, head: DossierHead, how: DossierOpen | null = null): void {
  desk.open = new Dossier(desk, head)
  desk.openedBy = how
  desk.damage = null
  setTimeout(() => void check(desk), checkedAfter)
  desk.go('worklist')
}

/** Reads again what another window recorded, or becomes able to write where the reason against it is gone. */
export async function reloadDossier(desk: Desk): Promise<void> {
  await desk.flush()
  const asked = desk.open?.head.read_only === 'asked' && desk.openedBy
  if (asked) return void (await openDossier(desk, { ...asked, read_only: false }))
  const head = await desk.attempt(() => desk.host.call('dossier_reload', {}))
  if (!head) return
  const { screen, place, openedBy } = desk
  enter(desk, head, openedBy)
  desk.go(screen, place)
}

/** Takes the dossier off the desk; the program closes its file. */
export async function closeDossier(desk: Desk): Promise<void> {
  await desk.flush()
  if (!desk.open) return
  await desk.attempt(() => desk.host.call('dossier_close', {}))
  desk.open = null
  desk.openedBy = null
  desk.place = null
  desk.status = ''
}

/** Opens a dossier in place of the one that is open. False when that was refused; then the other one stays. */
export async function openDossier(desk: Desk, how: DossierOpen): Promise<boolean> {
  await desk.flush()
  try {
    enter(desk, await desk.host.call('dossier_open', how), how)
    return true
  } catch (thrown) {
    const problem = asProblem(thrown)
    if (problem.code === 'dossier-locked') desk.unlocking = { how, path: problem.args.path ?? '' }
    else if (isOlder(problem) && !how.read_only) desk.older = { how, problem }
    else {
      desk.refuse(problem)
      await loadStart(desk)
    }
    return false
  }
}

/** Opens the encrypted dossier that waits for its passphrase. A refusal is thrown, so that the form can show it. */
export async function unlockDossier(desk: Desk, passphrase: string): Promise<void> {
  const { unlocking } = desk
  if (!unlocking) return
  await desk.flush()
  const how = { ...unlocking.how, passphrase }
  try {
    enter(desk, await desk.host.call('dossier_open', how), unlocking.how)
  } catch (thrown) {
    const problem = asProblem(thrown)
    if (!isOlder(problem) || how.read_only) throw thrown
    desk.older = { how, problem }
    desk.unlocking = null
    return
  }
  desk.unlocking = null
  if (unlocking.back) desk.go(unlocking.back.screen, unlocking.back.place)
}

/** Whether a copy was refused because this installation remembers another state of the dossier. */
const isOlder = ({ code }: Problem): boolean => code === 'memory-older' || code === 'memory-rewritten'

/** Goes on from an older copy; the reason is recorded in it. A refusal is thrown, so that the form can show it. */
export async function continueOlder(desk: Desk, reason: string): Promise<void> {
  const { older } = desk
  if (!older) return
  await desk.flush()
  const { passphrase: _, ...again } = older.how
  enter(desk, await desk.host.call('dossier_open', { ...older.how, older_copy: reason }), again)
  desk.older = null
}

/** Takes an encrypted dossier off the desk until its passphrase is given again. What is being typed is kept, encrypted. */
export async function lockDossier(desk: Desk, idle = false): Promise<void> {
  const { open, openedBy, screen, place } = desk
  if (!open?.head.encrypted) return
  await closeDossier(desk)
  await loadStart(desk)
  const recent = desk.start?.recents.find((one) => one.path === open.head.path)
  const how = recent ? { recent: recent.id } : openedBy
  // A private copy of a received file went when it was closed.
  if (!how || open.head.read_only === 'received') return
  const read_only = open.head.read_only === 'asked'
  desk.unlocking = { how: { ...how, read_only }, path: open.head.path, back: { screen, place, idle } }
}

/** Lets the person choose a dossier and opens it. */
export async function chooseDossier(desk: Desk): Promise<void> {
  const chosen = await desk.attempt(() => desk.host.call('pick', { purpose: 'open_dossier', title: t('ui-start-open-title') }))
  const file = chosen?.[0]
  if (file) await openDossier(desk, { file: file.token })
}

/** Makes a dossier and opens it. A refusal is thrown, so that the form can show it. */
export async function createDossier(desk: Desk, what: DossierCreate): Promise<DossierHead> {
  await desk.flush()
  const head = await desk.host.call('dossier_create', what)
  enter(desk, head, { file: what.file })
  return head
}

/** A dossier is checked a moment after it was opened, so that opening it is not slowed down by it. */
const checkedAfter = 2_000

/** Checks the whole file of the open dossier: a changed byte is found before work is built on it. */
async function check(desk: Desk): Promise<void> {
  const { open } = desk
  // What was received has been checked before it was opened.
  if (!open || open.head.read_only === 'received') return
  try {
    const { finding } = await desk.host.call('verify', { job: `opened-${open.head.dossier}` })
    if (desk.open === open) desk.damage = finding
  } catch {
    // That a check could not be made is said where it is asked for, in the trail.
  }
}

const asking = new WeakMap<Desk, Promise<void>>()

/** Asks for what the first screen shows; while an answer is awaited, nobody asks again. */
export function loadStart(desk: Desk, begun?: Promise<Answer<'start'>>): Promise<void> {
  const going = asking.get(desk) ?? askStart(desk, begun).finally(() => asking.delete(desk))
  asking.set(desk, going)
  return going
}

async function askStart(desk: Desk, begun?: Promise<Answer<'start'>>): Promise<void> {
  const start = await desk.attempt(() => begun ?? desk.host.call('start', {}))
  if (!start) return
  desk.start = start
  // A page that was loaded anew finds its dossier again.
  if (start.open && !desk.open) enter(desk, start.open)
}

/** The first thing after the window is there: what was open, or what the program was started with. `begun` is the answer
 * that was asked for while the words were still being read. */
export async function arrive(desk: Desk, begun?: Promise<Answer<'start'>>): Promise<void> {
  await loadStart(desk, begun)
  if (desk.open) return
  const file = await desk.attempt(() => desk.host.call('opened_with', {}))
  if (file) await openDossier(desk, { file: file.token })
}

/** Something outside of the page opened a dossier. */
export async function follow(desk: Desk): Promise<void> {
  await desk.flush()
  const head = await desk.attempt(() => desk.host.call('dossier_head', {}))
  if (head) enter(desk, head)
}
