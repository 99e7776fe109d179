import openid_3_1_2_1PromptConsent from "./openid-3.1.2.1-prompt-consent.ts";
import openid_3_1_2_6ConsentRequired from "./openid-3.1.2.6-consent-required.ts";
import openid_3_1_2_6LoginRequired from "./openid-3.1.2.6-login-required.ts";
import openid_5_3_2UserinfoSubject from "./openid-5.3.2-userinfo-subject.ts";
import rfc6749_1_5NotForResources from "./rfc6749-1.5-not-for-resources.ts";
import rfc6749_2_3_1Basic from "./rfc6749-2.3.1-basic.ts";
import rfc6749_2_3_1Body from "./rfc6749-2.3.1-body.ts";
import rfc6749_2_3_1NotInUri from "./rfc6749-2.3.1-not-in-uri.ts";
import rfc6749_2_3OneMethod from "./rfc6749-2.3-one-method.ts";
import rfc6749_3_1_1ResponseType from "./rfc6749-3.1.1-response-type.ts";
import rfc6749_3_1_2_3ExactMatch from "./rfc6749-3.1.2.3-exact-match.ts";
import rfc6749_3_1_2_4NeverRedirect from "./rfc6749-3.1.2.4-never-redirect.ts";
import rfc6749_3_1_2NoFragment from "./rfc6749-3.1.2-no-fragment.ts";
import rfc6749_3_1_2QueryRetained from "./rfc6749-3.1.2-query-retained.ts";
import rfc6749_3_1EmptyParameters from "./rfc6749-3.1-empty-parameters.ts";
import rfc6749_3_1RepeatedParameters from "./rfc6749-3.1-repeated-parameters.ts";
import rfc6749_3_1ResponseParametersOnce from "./rfc6749-3.1-response-parameters-once.ts";
import rfc6749_3_1UnknownParameters from "./rfc6749-3.1-unknown-parameters.ts";
import rfc6749_3_2EmptyParameters from "./rfc6749-3.2-empty-parameters.ts";
import rfc6749_3_2PostOnly from "./rfc6749-3.2-post-only.ts";
import rfc6749_3_2RepeatedParameters from "./rfc6749-3.2-repeated-parameters.ts";
import rfc6749_3_2UnknownParameters from "./rfc6749-3.2-unknown-parameters.ts";
import rfc6749_3_3CaseSensitive from "./rfc6749-3.3-case-sensitive.ts";
import rfc6749_3_3NoScope from "./rfc6749-3.3-no-scope.ts";
import rfc6749_3_3ScopeOrder from "./rfc6749-3.3-scope-order.ts";
import rfc6749_4_1_2_1Characters from "./rfc6749-4.1.2.1-characters.ts";
import rfc6749_4_1_2_1Denied from "./rfc6749-4.1.2.1-denied.ts";
import rfc6749_4_1_2_1Errors from "./rfc6749-4.1.2.1-errors.ts";
import rfc6749_4_1_2CodeBoundToClient from "./rfc6749-4.1.2-code-bound-to-client.ts";
import rfc6749_4_1_2CodeExpires from "./rfc6749-4.1.2-code-expires.ts";
import rfc6749_4_1_2CodeOnce from "./rfc6749-4.1.2-code-once.ts";
import rfc6749_4_1_2ReplayRevokes from "./rfc6749-4.1.2-replay-revokes.ts";
import rfc6749_4_1_2State from "./rfc6749-4.1.2-state.ts";
import rfc6749_4_1_3ClientAuthenticates from "./rfc6749-4.1.3-client-authenticates.ts";
import rfc6749_4_1_3RedirectUri from "./rfc6749-4.1.3-redirect-uri.ts";
import rfc6749_4_1_3UnknownCode from "./rfc6749-4.1.3-unknown-code.ts";
import rfc6749_4_1_4Tokens from "./rfc6749-4.1.4-tokens.ts";
import rfc6749_4_4_2OwnToken from "./rfc6749-4.4.2-own-token.ts";
import rfc6749_4_4_3NoRefreshToken from "./rfc6749-4.4.3-no-refresh-token.ts";
import rfc6749_5_1Json from "./rfc6749-5.1-json.ts";
import rfc6749_5_1Members from "./rfc6749-5.1-members.ts";
import rfc6749_5_1NoStore from "./rfc6749-5.1-no-store.ts";
import rfc6749_5_2InvalidClient from "./rfc6749-5.2-invalid-client.ts";
import rfc6749_5_2InvalidGrant from "./rfc6749-5.2-invalid-grant.ts";
import rfc6749_5_2InvalidRequest from "./rfc6749-5.2-invalid-request.ts";
import rfc6749_5_2InvalidScope from "./rfc6749-5.2-invalid-scope.ts";
import rfc6749_5_2UnsupportedGrantType from "./rfc6749-5.2-unsupported-grant-type.ts";
import rfc6749_6BoundToClient from "./rfc6749-6-bound-to-client.ts";
import rfc6749_6NarrowerScope from "./rfc6749-6-narrower-scope.ts";
import rfc6749_6Refresh from "./rfc6749-6-refresh.ts";
import rfc6749_6WiderScope from "./rfc6749-6-wider-scope.ts";
import rfc6749_10_10Guessing from "./rfc6749-10.10-guessing.ts";
import rfc6750_2_1Header from "./rfc6750-2.1-header.ts";
import rfc6750_2_3NotInQuery from "./rfc6750-2.3-not-in-query.ts";
import rfc6750_3_1ExpiredToken from "./rfc6750-3.1-expired-token.ts";
import rfc6750_3_1InsufficientScope from "./rfc6750-3.1-insufficient-scope.ts";
import rfc6750_3_1InvalidToken from "./rfc6750-3.1-invalid-token.ts";
import rfc6750_3Challenge from "./rfc6750-3-challenge.ts";
import rfc7009_2_1ClientAuthenticates from "./rfc7009-2.1-client-authenticates.ts";
import rfc7009_2_1GrantEnds from "./rfc7009-2.1-grant-ends.ts";
import rfc7009_2_1OtherClient from "./rfc7009-2.1-other-client.ts";
import rfc7009_2_1WrongHint from "./rfc7009-2.1-wrong-hint.ts";
import rfc7009_2_2_1MissingToken from "./rfc7009-2.2.1-missing-token.ts";
import rfc7009_2_2UnknownHint from "./rfc7009-2.2-unknown-hint.ts";
import rfc7009_2_2UnknownToken from "./rfc7009-2.2-unknown-token.ts";
import rfc7009_2BothKinds from "./rfc7009-2-both-kinds.ts";
import rfc7636_4_1VerifierForm from "./rfc7636-4.1-verifier-form.ts";
import rfc7636_4_2S256 from "./rfc7636-4.2-s256.ts";
import rfc7636_4_4_1ChallengeForm from "./rfc7636-4.4.1-challenge-form.ts";
import rfc7636_4_4BoundToCode from "./rfc7636-4.4-bound-to-code.ts";
import rfc7636_4_5VerifierNeeded from "./rfc7636-4.5-verifier-needed.ts";
import rfc7636_4_6WrongVerifier from "./rfc7636-4.6-wrong-verifier.ts";
import rfc7662_2_1Authorization from "./rfc7662-2.1-authorization.ts";
import rfc7662_2_1MissingToken from "./rfc7662-2.1-missing-token.ts";
import rfc7662_2_1WrongHint from "./rfc7662-2.1-wrong-hint.ts";
import rfc7662_2_2Active from "./rfc7662-2.2-active.ts";
import rfc7662_2_2Expired from "./rfc7662-2.2-expired.ts";
import rfc7662_2_2InactiveAlone from "./rfc7662-2.2-inactive-alone.ts";
import rfc7662_2_2OtherClient from "./rfc7662-2.2-other-client.ts";
import rfc8252_7_3LoopbackPort from "./rfc8252-7.3-loopback-port.ts";
import rfc8414_2AuthMethods from "./rfc8414-2-auth-methods.ts";
import rfc8414_2Endpoints from "./rfc8414-2-endpoints.ts";
import rfc8414_2GrantTypes from "./rfc8414-2-grant-types.ts";
import rfc8414_2Issuer from "./rfc8414-2-issuer.ts";
import rfc8414_2ResponseTypes from "./rfc8414-2-response-types.ts";
import rfc8414_2Scopes from "./rfc8414-2-scopes.ts";
import rfc8414_3WellKnown from "./rfc8414-3-well-known.ts";
import rfc9110_11_1AnyCase from "./rfc9110-11.1-any-case.ts";
import rfc9207_2Error from "./rfc9207-2-error.ts";
import rfc9207_2Success from "./rfc9207-2-success.ts";
import rfc9700_2_1_1NoPlain from "./rfc9700-2.1.1-no-plain.ts";
import rfc9700_2_1_1Pkce from "./rfc9700-2.1.1-pkce.ts";
import rfc9700_2_1_2NoImplicit from "./rfc9700-2.1.2-no-implicit.ts";
import rfc9700_2_4NoPasswordGrant from "./rfc9700-2.4-no-password-grant.ts";
import rfc9700_4_1_3NoWildcards from "./rfc9700-4.1.3-no-wildcards.ts";
import rfc9700_4_2_4NoReferrer from "./rfc9700-4.2.4-no-referrer.ts";
import rfc9700_4_8_2NoDowngrade from "./rfc9700-4.8.2-no-downgrade.ts";
import rfc9700_4_12No_307 from "./rfc9700-4.12-no-307.ts";
import rfc9700_4_14_2IdleTokensExpire from "./rfc9700-4.14.2-idle-tokens-expire.ts";
import rfc9700_4_14_2OtherGrantsStay from "./rfc9700-4.14.2-other-grants-stay.ts";
import rfc9700_4_14_2Replay from "./rfc9700-4.14.2-replay.ts";
import rfc9700_4_14_2Rotation from "./rfc9700-4.14.2-rotation.ts";
import rfc9700_4_16NoFrames from "./rfc9700-4.16-no-frames.ts";
import type { RuleModule } from "./rule.ts";

/** In the order of their clauses. */
export const RULES: readonly RuleModule[] = [
  rfc6749_1_5NotForResources,
  rfc6749_2_3OneMethod,
  rfc6749_2_3_1Basic,
  rfc6749_2_3_1Body,
  rfc6749_2_3_1NotInUri,
  rfc6749_3_1EmptyParameters,
  rfc6749_3_1RepeatedParameters,
  rfc6749_3_1ResponseParametersOnce,
  rfc6749_3_1UnknownParameters,
  rfc6749_3_1_1ResponseType,
  rfc6749_3_1_2NoFragment,
  rfc6749_3_1_2QueryRetained,
  rfc6749_3_1_2_3ExactMatch,
  rfc6749_3_1_2_4NeverRedirect,
  rfc6749_3_2EmptyParameters,
  rfc6749_3_2PostOnly,
  rfc6749_3_2RepeatedParameters,
  rfc6749_3_2UnknownParameters,
  rfc6749_3_3CaseSensitive,
  rfc6749_3_3NoScope,
  rfc6749_3_3ScopeOrder,
  rfc6749_4_1_2CodeBoundToClient,
  rfc6749_4_1_2CodeExpires,
  rfc6749_4_1_2CodeOnce,
  rfc6749_4_1_2ReplayRevokes,
  rfc6749_4_1_2State,
  rfc6749_4_1_2_1Characters,
  rfc6749_4_1_2_1Denied,
  rfc6749_4_1_2_1Errors,
  rfc6749_4_1_3ClientAuthenticates,
  rfc6749_4_1_3RedirectUri,
  rfc6749_4_1_3UnknownCode,
  rfc6749_4_1_4Tokens,
  rfc6749_4_4_2OwnToken,
  rfc6749_4_4_3NoRefreshToken,
  rfc6749_5_1Json,
  rfc6749_5_1Members,
  rfc6749_5_1NoStore,
  rfc6749_5_2InvalidClient,
  rfc6749_5_2InvalidGrant,
  rfc6749_5_2InvalidRequest,
  rfc6749_5_2InvalidScope,
  rfc6749_5_2UnsupportedGrantType,
  rfc6749_6BoundToClient,
  rfc6749_6NarrowerScope,
  rfc6749_6Refresh,
  rfc6749_6WiderScope,
  rfc6749_10_10Guessing,
  rfc6750_2_1Header,
  rfc6750_2_3NotInQuery,
  rfc6750_3Challenge,
  rfc6750_3_1ExpiredToken,
  rfc6750_3_1InsufficientScope,
  rfc6750_3_1InvalidToken,
  rfc7009_2BothKinds,
  rfc7009_2_1ClientAuthenticates,
  rfc7009_2_1GrantEnds,
  rfc7009_2_1OtherClient,
  rfc7009_2_1WrongHint,
  rfc7009_2_2UnknownHint,
  rfc7009_2_2UnknownToken,
  rfc7009_2_2_1MissingToken,
  rfc7636_4_1VerifierForm,
  rfc7636_4_2S256,
  rfc7636_4_4BoundToCode,
  rfc7636_4_4_1ChallengeForm,
  rfc7636_4_5VerifierNeeded,
  rfc7636_4_6WrongVerifier,
  rfc7662_2_1Authorization,
  rfc7662_2_1MissingToken,
  rfc7662_2_1WrongHint,
  rfc7662_2_2Active,
  rfc7662_2_2Expired,
  rfc7662_2_2InactiveAlone,
  rfc7662_2_2OtherClient,
  rfc8252_7_3LoopbackPort,
  rfc8414_2AuthMethods,
  rfc8414_2Endpoints,
  rfc8414_2GrantTypes,
  rfc8414_2Issuer,
  rfc8414_2ResponseTypes,
  rfc8414_2Scopes,
  rfc8414_3WellKnown,
  rfc9110_11_1AnyCase,
  rfc9207_2Error,
  rfc9207_2Success,
  rfc9700_2_1_1NoPlain,
  rfc9700_2_1_1Pkce,
  rfc9700_2_1_2NoImplicit,
  rfc9700_2_4NoPasswordGrant,
  rfc9700_4_1_3NoWildcards,
  rfc9700_4_2_4NoReferrer,
  rfc9700_4_8_2NoDowngrade,
  rfc9700_4_12No_307,
  rfc9700_4_14_2IdleTokensExpire,
  rfc9700_4_14_2OtherGrantsStay,
  rfc9700_4_14_2Replay,
  rfc9700_4_14_2Rotation,
  rfc9700_4_16NoFrames,
  openid_3_1_2_1PromptConsent,
  openid_3_1_2_6ConsentRequired,
  openid_3_1_2_6LoginRequired,
  openid_5_3_2UserinfoSubject,
];
