import type { Transaction, Work } from "../../db/database.ts";
import { isAuthentic, readCredential } from "../../lib/credential.ts";
import { hashOf, mint, sameHash } from "../../lib/secret.ts";
import type { TokenDeps } from "../deps.ts";
import { burnCode, findCode, spendCode } from "../store/codes.ts";
import { revokeGrant } from "../store/grants.ts";
import { type Exchange, type Grant, type Outcome, refuse } from "./outcome.ts";
import { issuePair } from "./pair.ts";

/** RFC 6749 4.1.3: a code becomes a pair of tokens, once. */
export function authorizationCode({ config }: Pick<TokenDeps, "config">): Grant<"authorization_code"> {
  return function* exchange(tx: Transaction, request: Exchange<"authorization_code">): Work<Outcome> {
    const { body, client, now } = request;
    const { applicationId } = client;
    const presented = readCredential("code", body.code);
    const { id } = presented;
    const [code] = yield* tx.run(findCode, { id });

    // RFC 6749 5.2: a code that was never issued is an invalid grant.
    if (!isAuthentic(code, presented)) return refuse("invalid_grant", "unknown code");
    const { grantId } = code;

    // RFC 6749 4.1.3: the code was issued to the client that authenticated. Another one changes nothing about it.
    if (code.applicationId !== applicationId)
      return refuse("invalid_grant", "another client's code", { grantId });

    // RFC 6749 4.1.2: a second use is denied, and all tokens that the first one gave are revoked.
    if (code.spentAt !== null) {
      yield* tx.send(revokeGrant, { id: grantId, now });
      return refuse("invalid_grant", "code used again", { action: "code.replay", grantId });
    }

    // RFC 6749 5.2: neither revoked nor expired.
    if (code.revokedAt !== null) return refuse("invalid_grant", "revoked grant", { grantId });
    if (code.burntAt !== null) return refuse("invalid_grant", "burnt code", { grantId });
    if (code.expiresAt <= now) return refuse("invalid_grant", "expired code", { grantId });

    // RFC 6749 4.1.3: the redirect URI is identical to that of the authorization request, as RFC 9700 4.1.3 compares them.
    if (code.redirectUri !== body.redirect_uri)
      return refuse("invalid_grant", "another redirect URI", { grantId });

    // RFC 7636 4.5: a code that was asked for with a challenge needs a verifier.
    if (code.codeChallenge !== null && body.code_verifier === undefined)
      return refuse("invalid_grant", "no code verifier", { grantId });

    // RFC 7636 4.6: the verifier's hash is the challenge; one guess is all there is. RFC 9700 2.1.1: nor may there be a
    // verifier for a code without a challenge, because somebody may have taken the challenge out of the request.
    if (body.code_verifier !== undefined && !isVerified(code.codeChallenge, body.code_verifier)) {
      yield* tx.send(burnCode, { id, now });
      return refuse("invalid_grant", "wrong code verifier", { action: "code.burn", grantId });
    }

    // What was read may have changed since; of all exchanges at once this statement lets one through. The others read
    // again, for it makes a difference whether the code was used or the grant was ended meanwhile.
    const [spent] = yield* tx.run(spendCode, { id, applicationId, now });
    if (!spent) return yield* exchange(tx, request);

    const pair = { access: mint("access", now), refresh: mint("refresh", now) };
    const { scope, grantedAt } = code;
    return yield* issuePair(tx, config, {
      pair,
      grantId,
      grantedAt,
      scope,
      grantedScope: scope,
      generation: 0,
      now,
    });
  };
}

// The S256 challenge is what hashOf makes: the Base64url SHA-256 of the text.
function isVerified(challenge: string | null, verifier: string): boolean {
  return sameHash(challenge ?? "", hashOf(verifier));
}
