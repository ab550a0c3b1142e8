import { useState } from 'react'
import { Link } from 'wouter'
import type { Printer } from '../../../shared/api/printers.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { PrintQueue } from '../labels/PrintQueue.tsx'
import { CardDesk } from './CardDesk.tsx'
import { isThingKind, things, type ThingKind } from './things.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

/** The labels of a thing: exactly how they will look, and the button that prints them. */
export function Cards({ kind, id }: { readonly kind: string; readonly id: number | null }) {
  if (!isThingKind(kind) || (id === null && kind !== 'commands') || Number.isNaN(id))
    return (
      <Page
        title={say('There is no such label')}
        actions={<LinkButton to="/printers">{say('Labels and printers')}</LinkButton>}
      >
        {say('Go to the thing that it is of, and choose its label there.')}
      </Page>
    )
  return <Known kind={kind} id={id} />
}

function Known({ kind, id }: { readonly kind: ThingKind; readonly id: number | null }) {
  const printers = useAnswer('labels', 'printers', {})
  const [title, setTitle] = useState<string>()
  const { path, back, large } = things[kind]
  return (
    <Page
      title={title === undefined ? say('Labels') : sayWord(title)}
      under={<Link href={path(id ?? 0)}>{sayWord(back)}</Link>}
      actions={
        <>
          <LinkButton to="/designs" variant="default">
            {say('Designs')}
          </LinkButton>
          <LinkButton to="/printers" variant="default">
            {say('Printers')}
          </LinkButton>
        </>
      }
    >
      <Answered answer={printers} lines={10}>
        {(known) => (
          <CardDesk
            // The first printer that is added is chosen at once.
            key={known.length === 0 ? 'none' : 'some'}
            thing={{ kind, id }}
            printers={known}
            usual={large ? largest(known) : known[0]}
            onTitle={setTitle}
          />
        )}
      </Answered>
      <Card title={say('On their way')}>
        <PrintQueue />
      </Card>
    </Page>
  )
}

function largest(printers: readonly Printer[]): Printer | undefined {
  const area = (printer: Printer) => printer.labelWidthMm * printer.labelHeightMm
  return printers.toSorted((a, b) => area(b) - area(a))[0]
}
