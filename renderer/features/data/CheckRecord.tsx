import { Alert, Button, Group, List } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { moment } from '../../ui/words.ts'
import styles from './CheckRecord.module.css'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

/** Checks the whole record when asked to, or at once, and says what was found. */
export function CheckRecord({ atOnce = false }: { readonly atOnce?: boolean }) {
  const check = useAnswer('history', 'verify', {}, { enabled: false })
  const [asked, setAsked] = useState(atOnce)
  const { refetch } = check

  function run(): void {
    setAsked(true)
    void refetch()
  }

  useEffect(() => {
    if (atOnce) void refetch()
  }, [atOnce, refetch])

  return (
    <>
      <Group>
        <Button variant="default" loading={check.isFetching} onClick={run}>
          {say('Check the record')}
        </Button>
        <span className={styles['about']}>
          {say('Reads all of it: every entry of the history, every balance, every unit, and the file itself.')}
        </span>
      </Group>
      <output>
        {asked && !check.isFetching ? (
          <Answered answer={check}>
            {({ entries, lastHash, problems }) =>
              problems.length === 0 ? (
                <div className={styles['result']}>
                  <span>
                    <Mark tone="good">{say('The record is whole')}</Mark>
                  </span>
                  <span>
                    {say(
                      '{n, plural, one {# entry} other {# entries}}, each linked to the one before, and every balance adds up.',
                      { n: entries },
                    )}
                  </span>
                  <span className={styles['about']}>
                    {said('Checked {moment}. Last hash {hash}', {
                      moment: moment(new Date(check.dataUpdatedAt).toISOString()),
                      hash: <code className={styles['hash']}>{lastHash}</code>,
                    })}
                  </span>
                </div>
              ) : (
                <Alert mt="md" color="red" title={say('Something is wrong with the record')}>
                  <List spacing={6}>
                    {problems.map((problem) => (
                      <List.Item key={problem}>{problem}</List.Item>
                    ))}
                  </List>
                  <p className={styles['next']}>
                    {say('Stop recording and restore the newest backup below. The present record is kept aside.')}
                  </p>
                </Alert>
              )
            }
          </Answered>
        ) : null}
      </output>
    </>
  )
}
