import { Button } from '@mantine/core'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { toastError } from '../../ui/toast.ts'
import styles from './Inspect.module.css'
import { say } from '../../../shared/words/say.ts'

/** What inspector mode is, before it begins. */
export function InspectorIsHere() {
  const desk = useAnswer('desk', 'state', {})
  const inspect = useCommand('desk', 'inspect')

  async function begin(): Promise<void> {
    try {
      await inspect.run({})
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Page
      title={say('An inspector is here')}
      under={say('Hand over the laptop: everything can be read and nothing changed.')}
    >
      <Answered answer={desk}>
        {({ pinNeeded }) => (
          <Card title={say('Inspector mode')}>
            <ul className={styles['points']}>
              <li>
                {say('The window shows batches, traces, recalls, reports and the history, and saves reports as files.')}
              </li>
              <li>
                {say('Nothing can be recorded, corrected or printed, in this window or any other, until you leave it.')}
              </li>
              <li>
                {say('It checks the whole history before the inspector’s eyes and lists every correction and void.')}
              </li>
              <li>
                {pinNeeded
                  ? say('You leave it with the PIN of somebody who works here, also after the laptop was turned off.')
                  : say(
                      'You leave it with one press of a button, as nobody here has a PIN. Give somebody one under People first if that is too easy.',
                    )}
              </li>
            </ul>
            <div className={styles['buttons']}>
              <Button size="lg" h="var(--tb-target-main)" loading={inspect.busy} onClick={() => void begin()}>
                {say('Begin inspector mode')}
              </Button>
              {pinNeeded ? null : (
                <LinkButton to="/people" variant="default">
                  {say('People and PINs')}
                </LinkButton>
              )}
            </div>
          </Card>
        )}
      </Answered>
    </Page>
  )
}
