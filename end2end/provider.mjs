// An OpenID Connect provider for the browser tests: node provider.mjs PORT REDIRECT_ADDRESS SECRET
// Its sign-in page asks for a name and takes anybody's; whoever is called "hr" is in the group of that name.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

const [port, redirect, secret] = process.argv.slice(2)
const issuer = `http://127.0.0.1:${port}`
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'trivsel', client_secret: secret, redirect_uris: [redirect],
    grant_types: ['authorization_code'], response_types: ['code'],
  }],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' }] },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: ['name'] },
  // As most providers do, and unlike this one by itself: the claims stand in the token.
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, name) => ({
    accountId: name,
    claims: () => ({
      sub: name, email: `${name}@example.org`, email_verified: true, name: `Kari ${name}`, groups: [name],
    }),
  }),
  // Nobody is asked whether the app may know their name: it is their employer's.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
})

const page = `<!DOCTYPE html><html lang="en"><title>Provider</title><main><h1>Provider</h1><form method="post">
  <label>Name <input name="name"></label><button>Continue</button><button name="no" value="1">Cancel</button></form></main>`

async function interaction(request, response) {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html')
    return response.end(page)
  }
  let body = ''
  for await (const chunk of request) body += chunk
  const form = new URLSearchParams(body)
  const result = form.has('no') ? { error: 'access_denied' } : { login: { accountId: form.get('name') } }
  await provider.interactionFinished(request, response, result)
}

const answer = provider.callback()
createServer((request, response) => {
  if (!request.url.startsWith('/interaction/')) return answer(request, response)
  return interaction(request, response).catch((error) => response.destroy(error))
}).listen(Number(port), '127.0.0.1')
