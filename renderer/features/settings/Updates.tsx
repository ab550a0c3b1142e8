import { Button, Group } from '@mantine/core'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastError } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

/** Newer versions from a folder or a stick: nothing is fetched over a network, and nothing is installed unasked. */
export function Updates() {
  const looked = useAnswer('updates', 'look', {})
  return <Answered answer={looked}>{(answer) => <Looked looked={answer} />}</Answered>
}

function Looked({ looked: { folder, found, problem } }: { readonly looked: AnswerOf<'updates', 'look'> }) {
  const choose = useCommand('updates', 'chooseFolder')
  const turnOff = useCommand('updates', 'turnOff')
  const install = useCommand('updates', 'install')

  function run(act: Promise<unknown>): void {
    void act.catch(toastError)
  }

  return (
    <>
      <p>
        {problem ??
          (folder === null
            ? say('Updates are off. Put a newer version on a stick or in a folder, and choose it here.')
            : found === null
              ? say('There is no newer version in {folder}.', { folder })
              : say('Version {version} is in {folder}.', { version: found.version, folder }))}
      </p>
      <Group>
        {found ? (
          <Button loading={install.busy} onClick={() => run(install.run({ version: found.version }))}>
            {say('Back up and install {version}', { version: found.version })}
          </Button>
        ) : null}
        <Button variant="default" loading={choose.busy} onClick={() => run(choose.run({}))}>
          {say('Choose a folder')}
        </Button>
        {folder === null ? null : (
          <Button variant="default" loading={turnOff.busy} onClick={() => run(turnOff.run({}))}>
            {say('Turn updates off')}
          </Button>
        )}
      </Group>
      {found ? <Dim>{say('Traceberry closes, and the installer opens. Your records stay where they are.')}</Dim> : null}
    </>
  )
}
