import { Button, Progress } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Begun } from '../../../shared/api/files.ts'
import { say } from '../../../shared/words/say.ts'
import { type Saving, useLargeSaves } from '../../ui/largeSaves.ts'
import styles from './Records.module.css'

interface SaveLargeProps<Format extends string> {
  /** What is saved: “everything”. */
  readonly what: string
  readonly formats: readonly Format[]
  readonly begin: (format: Format) => Promise<Begun>
}

/** A button for each kind of a file that takes long after years of records; how far it is, and the way to stop it. */
export function SaveLarge<Format extends string>({ what, formats, begin }: SaveLargeProps<Format>) {
  const { saving, save, cancel } = useLargeSaves()
  const box = useRef<HTMLDivElement>(null)
  const mine = saving?.what === what ? saving : undefined

  async function saveAs(format: Format): Promise<void> {
    await save({ what, format }, async () => await begin(format))
    // The button to stop it is gone, and the focus must not go with it.
    if (document.activeElement === document.body)
      requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-format=${format}]`)?.focus())
  }

  return (
    <div className={styles['large']} ref={box}>
      <div className={styles['buttons']}>
        {formats.map((format) => (
          <Button
            key={format}
            variant="default"
            data-format={format}
            aria-label={say('Save {what} as {format}', { what, format: format.toUpperCase() })}
            disabled={saving !== undefined && mine?.format !== format}
            loading={mine?.format === format}
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => void saveAs(format)}
          >
            {format.toUpperCase()}
          </Button>
        ))}
      </div>
      {mine ? <HowFar {...mine} onCancel={cancel} /> : null}
    </div>
  )
}

function HowFar({ what, step, share, isStopping, onCancel }: Saving & { readonly onCancel: () => void }) {
  const row = useRef<HTMLDivElement>(null)
  // The button may have been the last thing in view.
  useEffect(() => {
    row.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const words =
    step === 'copying'
      ? say('Copying the record: {share} %. You can go on working.', { share })
      : say('Writing the file: {share} %. You can go on working.', { share })
  return (
    <div className={styles['running']} ref={row}>
      <div className={styles['progress']}>
        <p>{words}</p>
        <Progress value={share} size="xl" aria-label={say('Saving {what}: {share} %', { what, share })} />
      </div>
      <Button variant="default" disabled={isStopping} onClick={onCancel}>
        {say('Cancel')}
      </Button>
    </div>
  )
}
