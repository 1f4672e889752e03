/** The doors to one's own choices about letters, and the one-click stop of mail programs. */
import { readDay } from '../../basics/day.ts'
import { type Db, together } from '../../storage/db.ts'
import { Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, postFromAnywhere, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { findAddressOf } from '../people/actions.ts'
import { isZone } from './choice.ts'
import { chooseLetters, findChoices, pauseUntil, readToken, resumeLetters, stopByToken, stopLetters } from './choice-actions.ts'
import { type ChoicesPage, choicesPage, stopPage, stoppedPage } from './choice-pages.ts'
import { PAUSE_REFUSALS } from './words.ts'

const TITLE = 'Your letters'

/** What a later feature says of the next weekly letter to somebody, in their zone. */
export type SayNextDigest = (person: string, zone: string) => Promise<string>

export function choiceRoutes(db: Db, sayNextDigest: SayNextDigest): Route[] {
  async function show(visit: Visit, more: Pick<ChoicesPage, 'until' | 'faults'> = {}): Promise<Reply> {
    const { person } = somebody(visit)
    const [choices, address = ''] = [await findChoices(db, person), await findAddressOf(db, person)]
    const isPaused = choices.pausedUntil !== undefined && choices.pausedUntil >= visit.today
    const isComing = choices.digest && !choices.stoppedAt && !isPaused
    const next = isComing ? await sayNextDigest(person, choices.zone ?? visit.zone) : ''
    const body = choicesPage(visit, { choices, zone: visit.zone, address, next, ...more })
    return more.faults ? pageWithMistakes(TITLE, body, { narrow: true }) : page(TITLE, body, { narrow: true })
  }

  return [
    get('/letter-choices', (visit) => show(visit)),

    post('/letter-choices', async (visit) => {
      const { person } = somebody(visit)
      const [wants, zone] = [visit.form.texts('wants'), visit.form.text('zone')]
      if (!isZone(zone)) return show(visit, { faults: { zone: 'Choose a time zone from the list.' } })
      const chosen = { digest: wants.includes('digest'), news: wants.includes('news'), zone: zone === visit.zone ? undefined : zone }
      await together(db, (tx) => chooseLetters(tx, person, chosen, visit))
      return goTo('/letter-choices?done=chosen')
    }),

    post('/letter-choices/pause', async (visit) => {
      const { person } = somebody(visit)
      const until = visit.form.text('until')
      const answer = await together(db, (tx) => pauseUntil(tx, person, readDay(until), visit))
      return answer.yes ? goTo('/letter-choices?done=paused') : show(visit, { until, faults: { until: PAUSE_REFUSALS[answer.why] } })
    }),

    post('/letter-choices/resumption', async (visit) => {
      const { person } = somebody(visit)
      await together(db, (tx) => resumeLetters(tx, person, visit))
      return goTo('/letter-choices?done=resumed')
    }),

    post('/letter-choices/stop', async (visit) => {
      const { person } = somebody(visit)
      await together(db, (tx) => stopLetters(tx, person, visit))
      return goTo('/letter-choices?done=stopped')
    }),

    get('/letters/stop/:token', async (visit) => {
      const read = await readToken(db, visit.param('token'))
      if (read === undefined) throw new Missing()
      return page('Stop these letters?', stopPage(read.about, visit.param('token')), { narrow: true })
    }),

    // A mail program follows no redirection here, so the answer is the page itself (RFC 8058).
    postFromAnywhere('/letters/stop/:token', async (visit) => {
      const about = await stopByToken(db, visit.param('token'), visit)
      if (about === undefined) throw new Missing()
      return page('Stopped', stoppedPage(about), { narrow: true })
    }),
  ]
}
