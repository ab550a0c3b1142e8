import { useState } from 'react'
import { errorBody } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'

/** Goes to the other kitchen: `going` from the press until the window has gone, `problem` where it cannot. */
export function useGoTo(kitchen: 'demo' | 'own') {
  const { run } = useCommand('system', 'goTo')
  const [going, setGoing] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function go(): Promise<void> {
    setGoing(true)
    setProblem(undefined)
    try {
      const { address } = await run({ kitchen })
      // Without an address the app starts again by itself, and takes this window along.
      if (address !== null) window.location.assign(address)
    } catch (error) {
      setProblem(errorBody(error).message)
      setGoing(false)
    }
  }
  return { go: () => (going ? undefined : void go()), going, problem }
}
