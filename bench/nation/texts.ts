/** What people of the nation write: titles, problems, haves, offers and lessons, made of the pack's public services and their words. */
import type { PublicService } from '../../src/matching/tag.ts'
import type { Pack } from '../../src/packs/pack.ts'
import type { Chance } from '../chance.ts'
import { AGAIN, FOR_WHOM, HAVES, LEARNT, LINES, OTHER_NEEDS, PROBLEM, REASONS, TITLES, TRIED } from './sentences.ts'

export type Topic = { tag: string; name: string; words: readonly string[] }

const MOST_TITLE = 100

export class Texts {
  readonly #chance: Chance
  readonly #skills: readonly string[]
  readonly #policyAreas: readonly string[]
  readonly topics: readonly Topic[]

  constructor(pack: Pack, chance: Chance) {
    this.#chance = chance
    // A few public services and skills are on everybody's mind, most on that of a few.
    this.topics = chance.shuffled(pack.publicServices.map(toTopic))
    this.#skills = chance.shuffled(pack.skills.map(({ name }) => name))
    this.#policyAreas = chance.shuffled(pack.policyAreas.map(({ id }) => `policy-${id}`))
  }

  topic = (): Topic => this.#chance.pickSkewed(this.topics, 1.6)
  skill = (): string => this.#chance.pickSkewed(this.#skills, 3)

  /** The public service that it is about, and up to two policy areas. */
  tags = (topic: Topic): string[] => [
    topic.tag,
    ...new Set(Array.from({ length: this.#chance.whole(0, 2) }, () => this.#chance.pickSkewed(this.#policyAreas, 1.6))),
  ]

  title(topic: Topic): string {
    const title = capital(this.#say(TITLES, topic))
    return title.length <= MOST_TITLE ? title : title.slice(0, title.lastIndexOf(' ', MOST_TITLE))
  }

  /** Four to seven sentences in one or two paragraphs. */
  problem(topic: Topic): string {
    const sentences = this.#chance.pickSome(PROBLEM, this.#chance.whole(4, 7)).map((frame) => capital(this.#filled(frame, topic)))
    const first = Math.ceil(sentences.length / 2)
    const gap = this.#chance.is(0.6) ? '\n\n' : ' '
    return `${sentences.slice(0, first).join(' ')}${gap}${sentences.slice(first).join(' ')}`
  }

  forWhom = (topic: Topic): string => this.#say(FOR_WHOM, topic)
  have = (topic: Topic): string => capital(this.#say(HAVES, topic))
  otherNeed = (topic: Topic): string => capital(this.#say(OTHER_NEEDS, topic))
  line = (topic: Topic): string => (this.#chance.is(0.6) ? capital(this.#say(LINES, topic)) : '')

  lesson(topic: Topic): { reason: string; tried: string; learnt: string; again: string } {
    const say = (frames: readonly string[]) => capital(this.#say(frames, topic))
    return {
      reason: say(REASONS),
      tried: `${say(TRIED)} ${say(TRIED)}`,
      learnt: `${say(LEARNT)} ${say(LEARNT)}`,
      again: this.#chance.is(0.7) ? say(AGAIN) : '',
    }
  }

  #say = (frames: readonly string[], topic: Topic): string => this.#filled(this.#chance.pick(frames), topic)

  #filled(frame: string, topic: Topic): string {
    return frame.replace(/\{(\w+)\}/g, (_, slot: string) => {
      if (slot === 'service') return topic.name
      if (slot === 'word') return this.#chance.pick(topic.words)
      if (slot === 'skill') return this.skill().toLowerCase()
      if (slot === 'few') return String(this.#chance.whole(2, 9))
      return String(this.#chance.whole(2, 90) * 100)
    })
  }
}

function toTopic({ code, name, keywords }: PublicService): Topic {
  const plain = /^\p{Lu}\p{Ll}/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name
  return { tag: `service-${code}`, name: plain, words: keywords.length > 0 ? keywords : [plain] }
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
