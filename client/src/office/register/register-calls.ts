import type { HouseholdId, PersonId, UnitId } from '@sotay/domain/kernel/ids'
import { UserSeen } from '@sotay/domain/wire/people'
import { HomeNotes, type HouseholdSearch, HouseholdsFound, type OfficeNote, OfficeNoteAnswer } from '@sotay/domain/wire/register'
import * as z from 'zod/mini'
import { type Answer, askServer } from '../../ui/ask-server.ts'

export async function askHouseholds(search: HouseholdSearch, signal: AbortSignal): Promise<Answer<HouseholdsFound>> {
  return await askServer('/api/register/households/search', HouseholdsFound, { method: 'POST', body: search, signal })
}

/** What is noted about a household, its people and whoever they are tied to. */
export async function askHousehold(household: HouseholdId, signal: AbortSignal): Promise<Answer<HomeNotes>> {
  return await askServer(`/api/register/households/${household}/notes`, HomeNotes, { signal })
}

/** The same of the home of a person; `isPrivate` with the person's private notes, which is written in the audit. */
export async function askPerson(person: PersonId, isPrivate: boolean, signal: AbortSignal): Promise<Answer<HomeNotes>> {
  return await askServer(`/api/register/people/${person}/notes${isPrivate ? '?private=1' : ''}`, HomeNotes, { signal })
}

export async function sendNote(note: OfficeNote): Promise<Answer<OfficeNoteAnswer>> {
  return await askServer('/api/notes', OfficeNoteAnswer, { method: 'POST', body: note })
}

/** Everybody of the commune, to say who reports. */
export async function askUsers(unit: UnitId, signal: AbortSignal): Promise<Answer<UserSeen[]>> {
  return await askServer(`/api/units/${unit}/users`, z.array(UserSeen), { signal })
}
