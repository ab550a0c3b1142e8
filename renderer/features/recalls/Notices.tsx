import { Button, NativeSelect, Textarea } from '@mantine/core'
import { IconCopy, IconPencil, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { templateNames } from '../../../shared/api/recalls.ts'
import { api } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card } from '../../ui/Page.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { useToPaper } from '../../ui/useToPaper.ts'
import { type Notice, PrintedNotices } from './PrintedNotices.tsx'
import type { RecallRecord } from './recall.ts'
import styles from './Recalls.module.css'
import { TemplateForm } from './TemplateForm.tsx'
import { say, sayWord } from '../../../shared/words/say.ts'

/** What a notice lacks; its fields are named in English, as the notice itself is. */
function fieldInWords(field: string): string {
  const [, leftOut] = /^(.+) \(not in this notice\)$/.exec(field) ?? []
  return leftOut === undefined ? sayWord(field) : say('{field} (not in this notice)', { field: sayWord(leftOut) })
}

/** The notices, filled in for one place or for all, to be copied or printed. Traceberry sends nothing by itself. */
export function Notices({ recall }: { readonly recall: RecallRecord }) {
  const [name, setName] = useState<(typeof templateNames)[number]>('letter')
  const [placeId, setPlaceId] = useState<number | null>(
    recall.consignees.find((each) => !each.isPublic)?.placeId ?? null,
  )
  const [isEditing, setEditing] = useState(false)
  const { onPaper, put } = useToPaper<readonly Notice[]>()
  const accounts = recall.consignees.filter((each) => !each.isPublic)
  const answer = useAnswer('recalls', 'texts', { recallId: recall.id, placeId }, { keepLast: true })

  /** The notice for each place that received some of it, one page after the other. */
  async function printForAll(): Promise<void> {
    try {
      const notices: Notice[] = []
      for (const place of accounts) {
        const texts = await api.recalls.texts({ recallId: recall.id, placeId: place.placeId })
        notices.push(...texts.filter((each) => each.name === name))
      }
      put(notices)
    } catch (error) {
      toastError(error)
    }
  }

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      toastDone(say('The {name} is copied.', { name: sayWord(name) }))
    } catch {
      toastError(new Error(say('It could not be copied here. Select the text and press Ctrl+C.')))
    }
  }

  return (
    <Card title={say('Notices')}>
      <div className={styles['choices']}>
        <NativeSelect
          aria-label={say('Which notice')}
          data={templateNames.map((value) => ({ value, label: sayWord(value) }))}
          value={name}
          onChange={(event) => setName(templateNames.find((each) => each === event.currentTarget.value) ?? 'letter')}
        />
        <NativeSelect
          aria-label={say('For whom')}
          data={[
            { value: '', label: say('for everyone') },
            ...accounts.map((each) => ({
              value: String(each.placeId),
              label: say('for {place}', { place: each.place }),
            })),
          ]}
          value={placeId === null ? '' : String(placeId)}
          onChange={(event) => setPlaceId(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
        />
      </div>
      <Answered answer={answer}>
        {(texts) => {
          const notice = texts.find((each) => each.name === name)
          if (!notice) return null
          if (isEditing) return <TemplateForm key={name} name={name} onClose={() => setEditing(false)} />
          return (
            <>
              {notice.missing.length > 0 ? (
                <p className={styles['missing']}>
                  <Mark tone="warn">{say('still missing')}</Mark> {notice.missing.map(fieldInWords).join(', ')}
                </p>
              ) : null}
              <Textarea
                readOnly
                autosize
                minRows={8}
                maxRows={16}
                aria-label={say('The {name}', { name: sayWord(name) })}
                value={notice.text}
              />
              <div className={styles['buttons']} style={{ marginTop: 12 }}>
                <Button leftSection={<IconCopy size={20} aria-hidden />} onClick={() => void copy(notice.text)}>
                  {say('Copy')}
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconPrinter size={20} aria-hidden />}
                  onClick={() => put([notice])}
                >
                  {say('Print')}
                </Button>
                {name === 'letter' && accounts.length > 1 ? (
                  <Button
                    variant="default"
                    leftSection={<IconPrinter size={20} aria-hidden />}
                    onClick={() => void printForAll()}
                  >
                    {say('Print for all {count} places', { count: accounts.length })}
                  </Button>
                ) : null}
                <Button
                  variant="default"
                  leftSection={<IconPencil size={20} aria-hidden />}
                  onClick={() => setEditing(true)}
                >
                  {say('Change its words')}
                </Button>
              </div>
            </>
          )
        }}
      </Answered>
      {onPaper ? <PrintedNotices notices={onPaper} /> : null}
    </Card>
  )
}
