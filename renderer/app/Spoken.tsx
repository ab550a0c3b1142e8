import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { plainEnglish, type Language, speakAs, type Voice } from '../../shared/words/say.ts'
import { voiceIn } from '../../shared/words/voiceIn.ts'

interface SpokenProps {
  readonly language: Language
  readonly children: ReactNode
}

/** Everything inside is said in that language, and anew where the language changes. Its words are loaded once. */
export function Spoken({ language, children }: SpokenProps) {
  const [voice, setVoice] = useState<Voice>(plainEnglish)
  useEffect(() => {
    let wanted = true
    void voiceIn(language).then((found) => wanted && setVoice(found))
    return () => {
      wanted = false
    }
  }, [language])
  useEffect(() => {
    document.documentElement.lang = voice.language
  }, [voice])
  if (voice.language !== language) return null
  speakAs(() => voice)
  return <Fragment key={language}>{children}</Fragment>
}
