/** Reads all that is stored of one person, for themselves alone. Writes nothing. */
import { type Db, type Piece, sql } from '../../storage/db.ts'
import type { Copy, Facts, Part } from './copy.ts'

/** Whoever stands in it beside them is told by the features whose rules say how. */
export type OwnParts = Omit<Copy, 'blocked' | 'wishes' | 'introductions'> & { likes: readonly Facts[] }

const all = (facts: Piece): Piece => sql`(select coalesce(json_agg(row_to_json(f)), '[]'::json) from (${facts}) f)`

/** One query. Of others only what they said in public, and of what others said of them nothing. */
export async function findOwnParts(db: Db, me: string): Promise<OwnParts | undefined> {
  const parts: Record<Exclude<Part, 'blocked' | 'wishes' | 'introductions'> | 'likes', Piece> = {
    profile: sql`select p.name, p.job, g.name as organisation, p.broker as "isBroker", p.moderator as "isModerator", p.joined_at as "joinedAt", p.district as "where",
      p.lat, p.lon, p.hours_a_week as "hoursAWeek", p.members_see as "membersSee", p.matches_see as "peopleIMeetSee", d.profession, d.areas, d.interests, d.learning, d.problem, d.ways,
      d.radius, d.half_days as "halfDays", d.languages, d.introductions as "introductionsAMonth", d.wishes
      from people p left join organisations g on g.id = p.organisation left join profiles d on d.person = p.id where p.id = ${me}`,
    addresses: sql`select email, confirmed_at as "confirmedAt", takes_letters as "takesLetters", bounced_at as "lettersCameBackAt" from addresses where person = ${me} order by id`,
    signedIn: sql`select browser, started_at as "startedAt", expires_at as "expiresAt" from sessions where person = ${me} order by id`,
    claims: sql`select coalesce(g.name, c.said_name) as organisation, c.asked_at as "askedAt", c.state from claims c left join organisations g on g.id = c.organisation where c.person = ${me} order by c.id`,
    speaksFor: sql`select g.name as organisation, s.named_at as "namedAt" from speakers s join organisations g on g.id = s.organisation where s.person = ${me} order by g.name`,
    havesAndNeeds: sql`select kind, what, said_at as "saidAt", until_day as "until", closed_at as "closedAt" from listings where person = ${me} order by id`,
    letterChoices: sql`select digest, news, paused_until as "pausedUntil", stopped_at as "stoppedAt", zone from letter_choices where person = ${me}`,
    boundaries: sql`select hides, anonymous, paused_until as "pausedUntil" from boundaries where person = ${me}`,
    likes: sql`select met as "moreOf", said_at as "saidAt" from suggestion_likes where person = ${me} order by met`,
    suggested: sql`select d.told_at as "toldAt", (select json_agg(distinct o.value) from json_each_text(d.suggested::json) o) as "suggestedOn", e.lists as "timesSuggestedToOthers", e.week as "inWeek"
      from people p left join digests d on d.person = p.id left join exposures e on e.person = p.id where p.id = ${me} and (d.person is not null or e.person is not null)`,
    outcomes: sql`select introduction, said, said_at as "saidAt" from introduction_outcomes where person = ${me} order by introduction`,
    projects: sql`select p.title, p.state, p.published_at as "publishedAt", p.ended_at as "endedAt", e.how, e.reason, e.learnt, 'owner' as "as" from projects p left join endings e on e.project = p.id where p.owner = ${me}
      union all select p.title, p.state, p.published_at, p.ended_at, h.how::text, h.reason, null, 'ended a phase' from phase_ends h join projects p on p.id = h.project where h.person = ${me}
      union all select p.title, p.state, p.published_at, p.ended_at, m.state::text, m.reason, null, 'offered to merge it' from merge_offers m join projects p on p.id = m.project where m.person = ${me}
      union all select p.title, p.state, p.published_at, p.ended_at, h.state::text, null, null, 'asked to own it' from handovers h join projects p on p.id = h.project where h.person = ${me}`,
    drafts: sql`select typed::json as typed, started_at as "startedAt", saved_at as "savedAt" from drafts where person = ${me} order by id`,
    pledges: sql`select p.title, r.skill, l.hours_a_week as "hoursAWeek", l.from_day as "from", l.until_day as "until", l.line, l.state, l.for_organisation as "forMyOrganisation",
      l.offered_at as "offeredAt", l.answered_at as "answeredAt", l.ended_at as "endedAt", m.address as "managerIsAskedAt"
      from pledges l join projects p on p.id = l.project join roles r on r.id = l.role left join managers m on m.pledge = l.id where l.person = ${me} order by l.id`,
    gifts: sql`select p.title, n.kind, n.what, l.line, l.state, l.offered_at as "offeredAt" from gifts l join projects p on p.id = l.project join other_needs n on n.id = l.need where l.person = ${me} order by l.id`,
    watched: sql`select p.title, w.since from watchers w join projects p on p.id = w.project where w.person = ${me} order by w.since`,
    posts: sql`select p.title as "about", o.said, o.said_at as "saidAt", o.edited_at as "editedAt", o.removed_at as "removedAt" from posts o left join projects p on p.id = o.about where o.person = ${me} order by o.id`,
    updates: sql`select p.title as "about", u.said, u.said_at as "saidAt", u.edited_at as "editedAt" from updates u join projects p on p.id = u.project where u.person = ${me} order by u.id`,
    reports: sql`select 'a post' as "of", reason, reported_at as "reportedAt" from reports where person = ${me}
      union all select 'a person', reason, reported_at from person_reports where reporter = ${me}`,
    partnerships: sql`select what, from_day as "from", until_day as "until", state, case when host = ${me} or partner_host = ${me} then 'host' else 'proposed it' end as "as" from partnerships
      where host = ${me} or partner_host = ${me} or proposed_by = ${me} order by id`,
    rounds: sql`select title, 'run' as "as", opened_at as "since", null::timestamptz as "leftAt", null::int as "turn", null::text as said from rounds where organiser = ${me}
      union all select r.title, 'joined', j.joined_at, j.left_at, null, null from round_joinings j join rounds r on r.id = j.round where j.person = ${me}
      union all select r.title, 'took part', t.sent_at, s.withdrawn_at, t.number, s.said from round_seats s join round_turns t on t.id = s.turn join rounds r on r.id = t.round where s.person = ${me}`,
    programmes: sql`select title, 'run' as "as", opened_at as "since", null::int as "partners", null::int as "timesMet", null::text as said, null::text as line from programmes where organiser = ${me}
      union all select r.title, case m.side when 'left' then r.left_name else r.right_name end, m.joined_at, m.partners, null, null, null from programme_members m join programmes r on r.id = m.programme where m.person = ${me}
      union all select r.title, 'told when it opens', w.since, null, null, null, null from programme_waiters w join programmes r on r.id = w.programme where w.person = ${me}
      union all select r.title, 'met a partner', a.made_at, null, (select count(*) from programme_nudges n where n.pair = a.id and case when a.left_person = ${me} then n.left_said else n.right_said end = 'met')::int, null, null
        from programme_pairs a join programmes r on r.id = a.programme where ${me} in (a.left_person, a.right_person) and a.state <> 'proposed'
      union all select r.title, 'answered', s.said_at, null, null, s.worth::text, s.line from programme_answers s join programmes r on r.id = s.programme where s.person = ${me}`,
    events: sql`select title, 'run' as "as", opened_at as "since", null::text as said, null::text as "accessNeeds" from events where organiser = ${me}
      union all select e.title, t.state, t.joined_at, null, t.access_needs from attendees t join events e on e.id = t.event where t.person = ${me}
      union all select e.title, 'said', p.said_at, p.title, null from pitches p join events e on e.id = p.event join attendees t on t.id = p.by where t.person = ${me}
      union all select e.title, 'host', p.said_at, p.title, null from pitch_hosts h join pitches p on p.id = h.pitch join events e on e.id = p.event join attendees t on t.id = h.attendee where t.person = ${me}
      union all select e.title, 'would come', p.said_at, p.title, null from pitch_supporters s join pitches p on p.id = s.pitch join events e on e.id = p.event join attendees t on t.id = s.attendee where t.person = ${me}
      union all select e.title, case when s.is_must then 'must see' else 'would like to see' end, p.said_at, p.title, null from stars s join pitches p on p.id = s.pitch join events e on e.id = s.event join attendees t on t.id = s.attendee where t.person = ${me}
      union all select e.title, 'goes to', p.said_at, p.title, null from session_choices c join event_sessions s on s.id = c.session join pitches p on p.id = s.pitch join events e on e.id = s.event join attendees t on t.id = c.attendee where t.person = ${me}
      union all select e.title, 'was there', h.since, p.title, null from note_people h join event_sessions s on s.id = h.session join pitches p on p.id = s.pitch join events e on e.id = s.event join attendees t on t.id = h.attendee where t.person = ${me}
      union all select e.title, 'wrote what was heard', v.saved_at, p.title, null from note_versions v join event_sessions s on s.id = v.session join pitches p on p.id = s.pitch join events e on e.id = s.event join attendees t on t.id = v.by where t.person = ${me}
      union all select e.title, n.kind, n.said_at, n.what, null from note_lines n join event_sessions s on s.id = n.session join events e on e.id = s.event join attendees t on t.id = n.by where t.person = ${me} and n.removed_at is null
      union all select e.title, 'took on', n.said_at, concat_ws(' ', n.what, n.outcome, n.outcome_line), null from note_lines n join event_sessions s on s.id = n.session join events e on e.id = s.event join attendees t on t.id = n.taken_by where t.person = ${me} and n.removed_at is null
      union all select e.title, concat('became a ', b.kind), b.made_at, n.what, null from note_becomings b join note_lines n on n.id = b.line join event_sessions s on s.id = n.session join events e on e.id = s.event where b.person = ${me}
      union all select e.title, 'published what came of it', w.published_at, null, null from write_ups w join events e on e.id = w.event where w.published_by = ${me}
      union all select e.title, 'not there', e.opened_at, concat(l.day, ', ', l.name), null from host_absences x join event_slots l on l.id = x.slot join events e on e.id = x.event join attendees t on t.id = x.attendee where t.person = ${me}
      union all select e.title, 'asked to swap places', w.asked_at, p.title, null from session_swaps w join event_sessions s on s.id = w.session join pitches p on p.id = s.pitch join events e on e.id = w.event join attendees t on t.id = w.asked_by where t.person = ${me}
      union all select e.title, concat(d.points, ' of 5 points'), d.dealt_at, p.title, null from score_deals d join pitches p on p.id = d.pitch join events e on e.id = d.event
        join score_raters r on r.id = d.rater join attendees t on t.id = r.attendee where t.person = ${me} and d.points is not null
      union all select e.title, 'scores for others', e.opened_at, null, null from score_helpers h join events e on e.id = h.event join attendees t on t.id = h.attendee where t.person = ${me}
      union all select e.title, case c.agrees when true then 'agreed to merge' when false then 'did not agree to merge' else 'asked to merge' end, m.proposed_at, p.title, null
        from pitch_consents c join pitch_mergings m on m.id = c.merging join pitches p on p.id = m.pitch join events e on e.id = m.event join attendees t on t.id = c.attendee where t.person = ${me}
      union all select e.title, 'proposed to merge', m.proposed_at, p.title, null from pitch_mergings m join pitches p on p.id = m.pitch join events e on e.id = m.event where m.proposed_by = ${me}`,
    asks: sql`select kind, asked_on as "askedOn", answer_by as "answerBy", state, answer, line, answered_at as "answeredAt" from asks where person = ${me} order by id`,
    lookouts: sql`select begun_at as "begunAt", answer_by as "answerBy", line as "theBrokerWrote", ended_at as "endedAt" from lookouts where person = ${me} order by id`,
    letters: sql`select kind, subject, recipient as "to", written_at as "writtenAt", sent_at as "sentAt" from letters where person = ${me} order by id`,
    received: sql`select subject, said, received_at as "receivedAt" from received where person = ${me} order by id`,
    journal: sql`select did, at, about from journal where who = ${me} order by id`,
  }
  const columns = Object.entries(parts).map(([name, facts]) => sql`${all(facts)} as ${sql.ref(name)}`)
  const { rows } = await sql<OwnParts>`select ${sql.join(columns)} from people where id = ${me}`.execute(db)
  return rows[0]
}
