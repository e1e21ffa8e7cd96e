import { createServer } from 'node:http'
import process from 'node:process'
import { Client } from 'pg'
import { connect } from '../../server/src/db/connect.ts'
import { Commune } from './commune.ts'

/**
 * A process that answers phones, to be killed: `push-process.ts <database url> <administrator url> <commune>`. It prints the port it listens on; the path of a request is
 * the user who sends it.
 */
const [url = '', administratorUrl = '', name = ''] = process.argv.slice(2)
const administrator = new Client({ connectionString: administratorUrl })
await administrator.connect()
const commune = new Commune(connect(url, { poolSize: 4 }).db, administrator, name)
const server = createServer((request, response) => {
  void (async () => {
    const chunks: Buffer[] = []
    for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
    const user = (request.url ?? '/').slice(1)
    commune.now = Number(request.headers['x-now'])
    response.end(await commune.answer(user, Buffer.concat(chunks).toString('utf8')))
  })().catch((error: unknown) => {
    console.error(error)
    response.writeHead(500).end()
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(typeof address === 'object' && address !== null ? address.port : '')
})
