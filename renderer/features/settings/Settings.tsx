import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Appearance } from './Appearance.tsx'
import { KitchenForm } from './KitchenForm.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import styles from './Settings.module.css'
import { StartsWithComputer } from './StartsWithComputer.tsx'
import { Updates } from './Updates.tsx'
import { say } from '../../../shared/words/say.ts'

/** What is set once: the kitchen, its lot numbers, and how the app looks. */
export function Settings() {
  const state = useAnswer('system', 'state', {})
  const kitchen = useAnswer('kitchen', 'get', {})
  return (
    <Page title={say('Settings')}>
      <Answered answer={state}>
        {({ today, capabilities }) => (
          <>
            <Answered answer={kitchen}>{(known) => <KitchenForm kitchen={known} today={today} />}</Answered>
            <div className={styles['rest']}>
              <Card title={say('Appearance')}>
                <LanguageChoice />
                <Appearance />
              </Card>
              {capabilities.openAtLogin ? (
                <Card title={say('This computer')}>
                  <StartsWithComputer />
                </Card>
              ) : null}
              {capabilities.install ? (
                <Card title={say('Updates')}>
                  <Updates />
                </Card>
              ) : null}
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}
