import { type ReactNode, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { starters } from '../../../shared/api/designs.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import type { Design } from './design.ts'
import { DesignEditor } from './DesignEditor.tsx'
import { say } from '../../../shared/words/say.ts'

/** A label that is kept, to change. */
export function EditDesign({ designId }: { readonly designId: number }) {
  return (
    <Fresh designId={designId}>
      {({ design, versions }) => (
        <Editor
          // What was saved is where the next changes begin.
          key={versions[0]?.version}
          designId={designId}
          design={design}
          versions={versions}
          keepAs={{ name: `label ${designId}`, of: String(versions[0]?.version) }}
        />
      )}
    </Fresh>
  )
}

/** A new label: `?starter=jar` begins with a layout that comes with the app, `?like=3` as a copy of another label. */
export function NewDesign() {
  const asked = new URLSearchParams(useSearch())
  const like = asked.get('like')
  if (like !== null)
    return (
      <Fresh designId={Number(like)}>
        {({ design }) => (
          <Editor
            designId={null}
            design={{ ...design, name: say('{name} copy', { name: design.name.slice(0, 55) }).slice(0, 60) }}
            versions={[]}
            keepAs={{ name: 'label new', of: `like ${like}` }}
          />
        )}
      </Fresh>
    )
  const starter = starters.find((name) => name === asked.get('starter')) ?? 'jar'
  return <FromStarter key={starter} starter={starter} />
}

function FromStarter({ starter }: { readonly starter: (typeof starters)[number] }) {
  const answer = useAnswer('designs', 'starter', { starter })
  return (
    <Answered page answer={answer}>
      {({ design }) => (
        <Editor designId={null} design={design} versions={[]} keepAs={{ name: 'label new', of: starter }} />
      )}
    </Answered>
  )
}

interface EditorProps {
  readonly designId: number | null
  readonly design: Design
  readonly versions: AnswerOf<'designs', 'get'>['versions']
  readonly keepAs: { readonly name: string; readonly of: string }
}

function Editor(props: EditorProps) {
  const samples = useAnswer('designs', 'samples', { purpose: props.design.purpose })
  const [, go] = useLocation()
  return (
    <Answered page answer={samples}>
      {(said) => (
        <DesignEditor
          {...props}
          samples={said}
          onSaved={(designId) => (props.designId === null ? go(`/designs/${designId}`, { replace: true }) : undefined)}
        />
      )}
    </Answered>
  )
}

/** The editor begins with what is kept now, not with what was on the screen last time. */
function Fresh({
  designId,
  children,
}: {
  readonly designId: number
  readonly children: (answer: AnswerOf<'designs', 'get'>) => ReactNode
}) {
  const answer = useAnswer('designs', 'get', { designId })
  const [fresh, setFresh] = useState(false)
  if (!fresh && !answer.isFetching) setFresh(true)
  return (
    <Answered page answer={fresh ? answer : { ...answer, data: undefined, error: null }}>
      {children}
    </Answered>
  )
}
