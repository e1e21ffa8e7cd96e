import { constants, createPublicKey, generateKeyPairSync, privateDecrypt, publicEncrypt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { recoveryPair, wrapForService } from './recovery.ts'
import { aesSeal, SealBroken } from './seal.ts'
import { changePin, createVault, hasVault, NoVault, setPin, unlock, type VaultShelf, waitBeforePin } from './vault.ts'

function shelf(): VaultShelf & { values: Map<string, unknown> } {
  const values = new Map<string, unknown>()
  return {
    values,
    get: (key) => Promise.resolve(values.get(key)),
    put: (more) => (Object.entries(more).forEach(([key, value]) => values.set(key, value)), Promise.resolve()),
  }
}

const NOTE = { said: 'Bé gái Nguyễn Thị Mai' }

describe('the vault', () => {
  it('opens with the PIN and not with another, and what was sealed is readable again', async () => {
    const vault = shelf()
    expect(await hasVault(vault)).toBe(false)
    const { key } = await createVault(vault, '123456')
    const sealed = await aesSeal(key).close(NOTE)
    const opened = await unlock(vault, '123456', 0)
    expect(opened.kind === 'open' && (await aesSeal(opened.key).open(sealed))).toEqual(NOTE)
    expect((await unlock(vault, '654321', 0)).kind).toBe('wrong')
  })

  it('does not open with the PIN alone: the device key is needed', async () => {
    const [vault, other] = [shelf(), shelf()]
    await createVault(vault, '123456')
    await createVault(other, '123456')
    vault.values.set('deviceKey', other.values.get('deviceKey'))
    await expect(unlock(vault, '123456', 0)).rejects.toBeInstanceOf(DOMException)
    vault.values.delete('deviceKey')
    await expect(unlock(vault, '123456', 0)).rejects.toThrow(NoVault)
    expect((other.values.get('deviceKey') as CryptoKey).extractable).toBe(false)
  })

  it('makes one wait longer after each wrong PIN, and never gives up', async () => {
    const vault = shelf()
    await createVault(vault, '123456')
    const waits: number[] = []
    let now = 1_000_000
    for (let attempt = 0; attempt < 6; attempt++) {
      const answer = await unlock(vault, '000000', now)
      if (answer.kind !== 'wrong') throw new Error(answer.kind)
      waits.push(answer.waitMs)
      now += answer.waitMs
    }
    expect(waits).toEqual([0, 0, 15_000, 60_000, 300_000, 900_000])
    await unlock(vault, '000000', now)
    expect((await unlock(vault, '123456', now)).kind).toBe('wait')
    expect(await waitBeforePin(vault, now - 86_400_000)).toBe(3_600_000)
    expect((await unlock(vault, '123456', now + 3_600_000)).kind).toBe('open')
  })

  it('changes the PIN, and keeps the old one when that was typed wrongly', async () => {
    const vault = shelf()
    await createVault(vault, '123456')
    expect((await changePin(vault, '999999', '222222', 0)).kind).toBe('wrong')
    expect((await changePin(vault, '123456', '222222', 0)).kind).toBe('open')
    expect((await unlock(vault, '123456', 0)).kind).toBe('wrong')
    expect((await unlock(vault, '222222', 0)).kind).toBe('open')
  })

  it('a forgotten PIN: the key comes back from the service and unsent notes open with a new PIN', async () => {
    const vault = shelf()
    const { key, raw } = await createVault(vault, '123456')
    const sealed = await aesSeal(key).close(NOTE)
    const service = generateKeyPairSync('rsa', { modulusLength: 3072 })
    const { n, e } = service.publicKey.export({ format: 'jwk' })
    const left = await wrapForService(raw, { id: 'k1', jwk: { kty: 'RSA', n, e } })
    const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
    const pair = await recoveryPair()
    const clear = privateDecrypt({ key: service.privateKey, ...padding }, Buffer.from(left.wrapped, 'base64url'))
    const wrapped = publicEncrypt({ key: createPublicKey({ key: pair.publicKey, format: 'jwk' }), ...padding }, clear).toString('base64url')
    const back = await pair.open({ wrapped })
    expect(await aesSeal(await setPin(vault, back, '777777')).open(sealed)).toEqual(NOTE)
    expect((await unlock(vault, '777777', 0)).kind).toBe('open')
  })

  it('a record that was changed on the disk is noticed', async () => {
    const { key } = await createVault(shelf(), '123456')
    const sealed = await aesSeal(key).close(NOTE)
    sealed[20] = (sealed[20] ?? 0) ^ 1
    await expect(aesSeal(key).open(sealed)).rejects.toThrow(SealBroken)
  })
})
