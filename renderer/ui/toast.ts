import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { errorBody } from '../api/door.ts'
import { say } from '../../shared/words/say.ts'

const look = () => ({ withBorder: true, closeButtonProps: { 'aria-label': say('Close this message') } })

/** Says that something was done, in place of what was said before; screen readers are told as well. */
export function toastDone(message: ReactNode): void {
  notifications.clean()
  notifications.show({ message, color: 'green', autoClose: 8000, ...look() })
}

/** Offers something until it is closed or taken back by `hideToast`: a choice has no clock. @returns its name */
export function toastOffer(message: ReactNode): string {
  return notifications.show({ message, color: 'green', autoClose: false, ...look() })
}

export function hideToast(name: string): void {
  notifications.hide(name)
}

/** Says that something could not be taken, and why. */
export function toastProblem(sentence: string): void {
  notifications.clean()
  notifications.show({ message: sentence, color: 'red', autoClose: 8000, ...look() })
}

/** Warns of something nobody did. Stays until it is closed, beside what is there: an Undo must not go for it. */
export function toastWarning(sentence: string): void {
  notifications.show({ message: sentence, color: 'yellow', autoClose: false, ...look() })
}

/** Says that something failed, in the core's own sentence. Stays until it is closed. */
export function toastError(error: unknown): void {
  notifications.show({ message: errorBody(error).message, color: 'red', autoClose: false, ...look() })
}
