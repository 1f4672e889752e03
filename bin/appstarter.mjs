#!/usr/bin/env node
/** The command: builds the program when its sources are newer, then runs it. */
import { build } from '../build.mjs'

await build({ ifStale: true })
await import('../build/appstarter.js')
