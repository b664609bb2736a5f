// A real provider of OpenID Connect on the loopback address, where one person is signed in without being asked, for
// src/identity/oidc_provider_test.cpp. Prints its port on one line; ends when standard input ends.
//
//   node provider.mjs [ALGORITHM]        RS256 (default), PS256, ES256, EdDSA: signs the tokens
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';

const algorithm = process.argv[2] ?? 'RS256';
const kinds = { RS256: 'rsa', PS256: 'rsa', ES256: 'ec', EdDSA: 'ed25519' };

function signingKey() {
  const { privateKey } = generateKeyPairSync(kinds[algorithm], { modulusLength: 2048, namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: algorithm, kid: 'of-this-run' };
}

const person = {
  accountId: '198001012005011001',
  claims: () => ({ sub: '198001012005011001', name: 'Sari Wulandari', email: 'sari@contoh.go.id', email_verified: true }),
};

const server = createServer();
server.listen(0, '127.0.0.1', async () => {
  console.warn = console.info = () => {}; // advice that does not matter here
  const { default: Provider } = await import('oidc-provider');
  const { port } = server.address();
  const origin = `http://127.0.0.1:${port}`;
  const provider = new Provider(origin, {
    clients: [
      {
        client_id: 'prima',
        client_secret: 'rahasia: dua kata',
        redirect_uris: [`${origin}/kembali`],
        id_token_signed_response_alg: algorithm,
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [signingKey()] },
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'PS256', 'ES256', 'EdDSA'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['only for a test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaksi/${interaction.uid}` },
    findAccount: () => person,
    pkce: { required: () => true },
  });

  const answer = provider.callback();
  server.on('request', async (request, response) => {
    if (request.url.startsWith('/kembali')) return response.end('kembali');
    if (!request.url.startsWith('/interaksi/')) return answer(request, response);
    const { prompt, params } = await provider.interactionDetails(request, response);
    const result = {};
    if (prompt.name === 'login') result.login = { accountId: person.accountId };
    if (prompt.name === 'consent') {
      const grant = new provider.Grant({ accountId: person.accountId, clientId: params.client_id });
      grant.addOIDCScope('openid profile email');
      result.consent = { grantId: await grant.save() };
    }
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  });
  process.stdout.write(`${port}\n`);
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
