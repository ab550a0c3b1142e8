import { useState } from 'react'

/**
 * What somebody chose, on top of an answer that may be of before: each choice stays until an answer has it. `want` says
 * what is wanted from now on, and takes it back with what was wanted before.
 * @param answeredAt when the answer came, as its `dataUpdatedAt` says
 * @param busy while a choice is being saved; the second answer after that is of later, whatever it says
 */
export function useWanted<T extends object>(answer: T, answeredAt: number, busy: boolean) {
  const [wanted, setWanted] = useState<Partial<T>>({})
  const [seen, setSeen] = useState({ at: answeredAt, after: 0 })
  if (seen.at !== answeredAt) {
    const after = busy ? 0 : seen.after + 1
    setSeen({ at: answeredAt, after })
    setWanted(after > 1 ? {} : lacking(answer, wanted))
  }
  function want(next: Partial<T>): void {
    setSeen({ at: answeredAt, after: 0 })
    setWanted(next)
  }
  return { shown: { ...answer, ...wanted }, wanted, want }
}

function lacking<T extends object>(answer: T, wanted: Partial<T>): Partial<T> {
  const left = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(answer[name as keyof T]),
  )
  return Object.fromEntries(left) as Partial<T>
}
