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

const schema = contract.labels.saveLinks.input.omit({ requestId: true })

/** Where the QR codes of products with a GTIN lead: GS1’s own resolver, or a site of one’s own. */
export function LinkDomain() {
  const links = useAnswer('labels', 'links', {})
  const [changing, setChanging] = useState(false)
  return (
    <Card
      title="Where GS1 Digital Links lead"
      aside={
        changing || links.data === undefined ? null : (
          <Button variant="default" onClick={() => setChanging(true)} aria-label="Change where GS1 Digital Links lead">
            Change
          </Button>
        )
      }
    >
      <Answered answer={links} lines={2}>
        {(now) =>
          changing ? (
            <LinkForm now={now} onClose={() => setChanging(false)} />
          ) : (
            <>
              <strong>{now.base}</strong>
              {now.isOwn ? ', your own.' : ', the address of GS1 that works for every GTIN.'} Only the codes of products
              with a GTIN hold it; a phone that scans one opens that page.
            </>
          )
        }
      </Answered>
    </Card>
  )
}

function LinkForm({ now, onClose }: { readonly now: AnswerOf<'labels', 'links'>; readonly onClose: () => void }) {
  const command = useCommandForm({
    schema,
    defaults: { base: now.isOwn ? now.base : '' },
    domain: 'labels',
    operation: 'saveLinks',
    onDone({ base }) {
      toastDone(`New labels lead to ${base}. What was printed before stays as it was.`)
      onClose()
    },
  })
  return (
    <InlineForm command={command} title="Where GS1 Digital Links lead" action="Save the address" onClose={onClose}>
      <TextField
        control={command.form.control}
        name="base"
        label="Your own address"
        description="Its pages must answer to /01/ and the GTIN. Empty: https://id.gs1.org"
        placeholder="https://example.com"
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
    </InlineForm>
  )
}
