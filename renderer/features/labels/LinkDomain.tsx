import { useState } from 'react'
import { Button } from '@mantine/core'
import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { toastDone } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

const schema = contract.labels.saveLinks.input.omit({ requestId: true })

/** Where the QR codes of products with a GTIN lead: GS1’s own resolver, or a site of one’s own. */
export function LinkDomain() {
  const links = useAnswer('labels', 'links', {})
  const [changing, setChanging] = useState(false)
  return (
    <Card
      title={say('Where GS1 Digital Links lead')}
      aside={
        changing || links.data === undefined ? null : (
          <Button
            variant="default"
            onClick={() => setChanging(true)}
            aria-label={say('Change where GS1 Digital Links lead')}
          >
            {say('Change')}
          </Button>
        )
      }
    >
      <Answered answer={links} lines={2}>
        {(now) => (changing ? <LinkForm now={now} onClose={() => setChanging(false)} /> : <Where {...now} />)}
      </Answered>
    </Card>
  )
}

function Where({ base, isOwn }: AnswerOf<'labels', 'links'>) {
  const address = <strong>{base}</strong>
  return isOwn
    ? said(
        '{address}, your own. Only the codes of products with a GTIN hold it; a phone that scans one opens that page.',
        { address },
      )
    : said(
        '{address}, the address of GS1 that works for every GTIN. Only the codes of products with a GTIN hold it; a phone that scans one opens that page.',
        { address },
      )
}

function LinkForm({ now, onClose }: { readonly now: AnswerOf<'labels', 'links'>; readonly onClose: () => void }) {
  const command = useCommandForm({
    schema,
    defaults: { base: now.isOwn ? now.base : '' },
    domain: 'labels',
    operation: 'saveLinks',
    onDone({ base }) {
      toastDone(say('New labels lead to {address}. What was printed before stays as it was.', { address: base }))
      onClose()
    },
  })
  return (
    <InlineForm
      command={command}
      title={say('Where GS1 Digital Links lead')}
      action={say('Save the address')}
      onClose={onClose}
    >
      <TextField
        control={command.form.control}
        name="base"
        label={say('Your own address')}
        description={say('Its pages must answer to /01/ and the GTIN. Empty: https://id.gs1.org')}
        placeholder={say('https://example.com')}
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
    </InlineForm>
  )
}
