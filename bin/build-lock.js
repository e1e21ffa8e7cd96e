import { link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

const BEAT = 2_000
const DEAD_AFTER = 20_000

/**
 * Runs `work` while no other process on this machine holds the same lock file, waiting for it as long as its holder lives. A
 * holder touches the file every two seconds; one that was killed is recognised by its process id or by twenty seconds' silence.
 */
export async function holding(file, work) {
  await mkdir(dirname(file), { recursive: true })
  for (let told = false; !(await taken(file)); await sleep(200)) {
    if (await abandoned(file)) await clear(file)
    else if (!told) {
      console.log('Another build is running; waiting for it …')
      told = true
    }
  }
  const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), BEAT)
  beat.unref()
  try {
    return await work()
  } finally {
    clearInterval(beat)
    await rm(file, { force: true })
  }
}

async function taken(file) {
  try {
    const handle = await open(file, 'wx')
    await handle.writeFile(String(process.pid))
    await handle.close()
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

async function abandoned(file) {
  try {
    const { mtimeMs } = await stat(file)
    if (Date.now() - mtimeMs > DEAD_AFTER) return true
    const pid = Number(await readFile(file, 'utf8'))
    return pid > 0 && !alive(pid)
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Takes the dead holder's file away, and puts it back if another waiter was quicker and it is a living holder's by now. */
async function clear(file) {
  const mine = `${file}.${process.pid}`
  try {
    await rename(file, mine)
    if (!(await abandoned(mine))) await link(mine, file)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  }
  await rm(mine, { force: true })
}
