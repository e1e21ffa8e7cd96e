import { AreaId, DeviceId, FactId, HouseholdId, PersonId, RegistryId, UnitId, UserId } from '../kernel/ids.ts'

/** A UUID (version 7 by its marks) that a text stands for: the same text, the same id, in every spec and run. FNV-1a over four seeds. */
export function uuidOf(text: string): string {
  const word = (seed: number): string => {
    let hash = seed
    for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619)
    return (hash >>> 0).toString(16).padStart(8, '0')
  }
  const hex = word(2_166_136_261) + word(40_503) + word(305_419_896) + word(2_654_435_761)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const factId = (name: string): FactId => FactId.parse(uuidOf(`fact ${name}`))
export const personId = (name: string): PersonId => PersonId.parse(uuidOf(`person ${name}`))
export const householdId = (name: string): HouseholdId => HouseholdId.parse(uuidOf(`household ${name}`))
export const areaId = (name: string): AreaId => AreaId.parse(uuidOf(`area ${name}`))
export const unitId = (name: string): UnitId => UnitId.parse(uuidOf(`unit ${name}`))
export const registryId = (name: string): RegistryId => RegistryId.parse(uuidOf(`registry ${name}`))
export const userId = (name: string): UserId => UserId.parse(uuidOf(`user ${name}`))
export const deviceId = (name: string): DeviceId => DeviceId.parse(uuidOf(`device ${name}`))
