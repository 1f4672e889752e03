/** The thread in which one turn of a round is planned: tells how far it is, and at the end the plan. */
import { parentPort, workerData } from 'node:worker_threads'
import { Neighbourhood } from '../matching/closeness.ts'
import { planRound, type RoundPlan } from '../matching/rounds/round.ts'
import { betweenOf, type RoundRequest } from '../matching/rounds/round-request.ts'
import { type Term, Vocabulary } from '../matching/vocabulary.ts'

export type RoundWork = { request: RoundRequest; skills: readonly Term[] }
export type RoundNews = { done: number; of: number } | { is: RoundPlan }

const { request, skills } = workerData as RoundWork
const say = (news: RoundNews): void => parentPort?.postMessage(news)
const input = { ...request, between: betweenOf(request.between) }
say({ is: planRound(input, new Neighbourhood(new Vocabulary(skills)), { progress: (done, of) => say({ done, of }) }) })
