// Generated from openapi/openapi.yaml by `npm run generate`; do not edit.

export interface paths {
    "/.well-known/oauth-authorization-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the provider's metadata
         * @description What a client library needs to configure itself (RFC 8414 3).
         */
        get: operations["getAuthorizationServerMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask a user for consent
         * @description Where an application sends a user's browser (RFC 6749 4.1.1). The provider signs the user in, asks for consent unless the user has agreed to these scopes before, and redirects to the application with a code, or with an error.
         *
         *     Until the client is known and the redirect URI is one of its own, nothing redirects and the answer is a page. After that every fault is reported to the redirect URI, including a missing parameter, which is why most parameters below are optional and plain strings as far as this document goes. The browser's session is a cookie of the provider.
         */
        get: operations["authorize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/authorize/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to what an application asks for
         * @description The consent of a signed-in user, given by a first-party client in place of the consent page. With the scope `bot` and a guild, the bot joins in the same step and gets a role with exactly the permissions asked for. Any failure leaves nothing behind. The answer says where to send the browser.
         */
        post: operations["grantOauth2Consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a grant for tokens
         * @description The token endpoint (RFC 6749 3.2) for the grants authorization_code, refresh_token and client_credentials. The client authenticates by HTTP Basic or in the body, never by both. A code works once; using it again ends the whole grant. A refresh token works once and is replaced; the same request again within a short window gets the same pair, anything later ends the grant.
         */
        post: operations["exchangeOauth2Token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/token/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a token
         * @description Ends a token (RFC 7009). A refresh token takes its whole grant with it, an access token only itself. The answer is the same for a token that is unknown or another client's, which stays as it is.
         */
        post: operations["revokeOauth2Token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a token (old address)
         * @deprecated
         * @description The same as `POST /oauth2/token/revoke`, at the address that the guide's table of limits gives.
         */
        post: operations["revokeOauth2TokenAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Introspect a token
         * @description What a token of the calling client stands for (RFC 7662). Every other token, whatever it is, is answered with `active: false` and nothing else.
         */
        post: operations["introspectOauth2Token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/userinfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the token's user
         * @description The user that the access token acts for, with `sub` for general libraries. Needs the scope `identify`.
         */
        get: operations["getOauth2UserInformation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/@me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what the token stands for
         * @description The access token's application, scopes and expiry, and with the scope `identify` its user.
         */
        get: operations["getCurrentOauth2User"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/@me/authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what the user has authorized
         * @description One entry for each application that the user has agreed to, with every scope of that agreement.
         */
        get: operations["listUserOauth2Authorizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/@me/authorizations/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an authorization
         * @description Ends every code and token that the application holds for the user, at once, and forgets the consent. A bot that was added to a guild stays there.
         */
        delete: operations["deauthorizeApplication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an application
         * @description Makes an application with its bot account. The answer holds the client secret and the bot token, which are shown this once. An account owns at most 25 applications.
         */
        post: operations["createOauth2Application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/applications/@me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the caller's applications
         * @description Every application that the caller owns, without secrets.
         */
        get: operations["listUserApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/@me/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the caller's applications (second address)
         * @description The same as `GET /oauth2/applications/@me`, at the second address that the schema page gives for one slug.
         */
        get: operations["listUserApplicationsAlias"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an application
         * @description An application as its owner sees it, without secrets.
         */
        get: operations["getApplication"];
        put?: never;
        post?: never;
        /**
         * Delete an application
         * @description Deletes an application with its codes, tokens, bot account and the bot's memberships, at once. Confirmed by the owner's password.
         */
        delete: operations["deleteApplication"];
        options?: never;
        head?: never;
        /**
         * Change an application
         * @description Changes what is sent and leaves the rest. Only the owner may.
         */
        patch: operations["updateApplication"];
        trace?: never;
    };
    "/oauth2/applications/{id}/client-secret/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new client secret
         * @description Makes a new client secret, shown this once. Without an overlap the old one stops working at once, and with it every code and token of the application; with an overlap both secrets work until it ends and nothing else changes. Confirmed by the owner's password.
         */
        post: operations["resetClientSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/applications/{id}/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an application as everyone sees it
         * @description What a consent page shows of an application. No credentials are needed.
         */
        get: operations["getPublicApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/applications/{id}/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an application's security-relevant events
         * @description What happened to an application, latest first, in pages. Only the owner may. Users other than the owner are not named: what an application may know of its users is for their consent to say.
         */
        get: operations["listApplicationAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read any application as an administrator
         * @description An application with its owner and standing. Needs a token with the scope `admin`.
         */
        get: operations["getAdminApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/applications/{id}/bot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a bot's profile
         * @description Changes what is sent and leaves the rest. Only the application's owner may.
         */
        patch: operations["updateBotProfile"];
        trace?: never;
    };
    "/oauth2/applications/{id}/bot/reset-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new bot token
         * @description Makes a new bot token, shown this once. The old one stops working at once. Confirmed by the owner's password.
         */
        post: operations["resetBotToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/@me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the bot's application
         * @description The one application that the bot token belongs to. The name is the documentation's.
         */
        get: operations["listCurrentUserApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/bot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how a bot connects
         * @description What a bot needs to know before it opens its connection. The gateway itself is not part of this provider.
         */
        get: operations["getGatewayBot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an account
         * @description Makes an account with a free number behind its username, and a session for it.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Makes a session. A wrong address and a wrong password get the same answer, a 400 with both members in `errors`, in the same time.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the session that the request is made with.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/@me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the caller's account
         * @description The account behind a session, a bot token, or an access token with the scope `identify`. The email address is shown to the account itself and to a token with the scope `email`.
         */
        get: operations["getCurrentUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the caller's account
         * @description Changes what is sent and leaves the rest.
         */
        patch: operations["updateCurrentUser"];
        trace?: never;
    };
    "/users/@me/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List linked accounts
         * @description The accounts at other services that the caller has linked.
         */
        get: operations["listConnections"];
        put?: never;
        /**
         * Link an account
         * @description Links an account at another service, not verified. Linking the same account again answers with the link that is there.
         */
        post: operations["createConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/@me/guilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the caller's guilds
         * @description The guilds that the account behind a session, or a token with the scope `guilds`, is a member of.
         */
        get: operations["listCurrentUserGuilds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a user
         * @description A user's public account; with the scope `admin` the whole of it.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List security-relevant events
         * @description Events, latest first, in pages. Needs a token with the scope `admin`.
         */
        get: operations["listAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a guild
         * @description Makes a guild that the caller owns and is a member of.
         */
        post: operations["createGuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guilds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a guild
         * @description A guild that the caller is a member of; everyone else gets a 403, as a guild is no secret.
         */
        get: operations["getGuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guilds/{id}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a member of a guild
         * @description A member with the identifiers of their roles. The caller must be a member too, else the answer is a 403.
         */
        get: operations["getGuildMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guilds/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the roles of a guild
         * @description The roles, lowest first. The caller must be a member, else the answer is a 403.
         */
        get: operations["listGuildRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description One OAuth2 scope. Responses list scopes in this order.
         * @example identify
         * @enum {string}
         */
        Scope: "identify" | "email" | "guilds" | "connections" | "bot" | "admin";
        /**
         * @description What a client needs to know to use the provider (RFC 8414 2).
         * @example {
         *       "issuer": "https://fluxer.example",
         *       "authorization_endpoint": "https://fluxer.example/oauth2/authorize",
         *       "token_endpoint": "https://fluxer.example/oauth2/token",
         *       "revocation_endpoint": "https://fluxer.example/oauth2/token/revoke",
         *       "introspection_endpoint": "https://fluxer.example/oauth2/introspect",
         *       "userinfo_endpoint": "https://fluxer.example/oauth2/userinfo",
         *       "scopes_supported": [
         *         "identify",
         *         "email",
         *         "guilds",
         *         "connections",
         *         "bot",
         *         "admin"
         *       ],
         *       "response_types_supported": [
         *         "code"
         *       ],
         *       "response_modes_supported": [
         *         "query"
         *       ],
         *       "grant_types_supported": [
         *         "authorization_code",
         *         "refresh_token",
         *         "client_credentials"
         *       ],
         *       "token_endpoint_auth_methods_supported": [
         *         "client_secret_basic",
         *         "client_secret_post"
         *       ],
         *       "revocation_endpoint_auth_methods_supported": [
         *         "client_secret_basic",
         *         "client_secret_post"
         *       ],
         *       "introspection_endpoint_auth_methods_supported": [
         *         "client_secret_basic",
         *         "client_secret_post"
         *       ],
         *       "code_challenge_methods_supported": [
         *         "S256"
         *       ],
         *       "authorization_response_iss_parameter_supported": true
         *     }
         */
        AuthorizationServerMetadata: {
            /**
             * Format: uri
             * @description The provider's issuer identifier, from its configuration only.
             */
            issuer: string;
            /**
             * Format: uri
             * @description Where browsers are sent.
             */
            authorization_endpoint: string;
            /**
             * Format: uri
             * @description Where grants are exchanged for tokens.
             */
            token_endpoint: string;
            /**
             * Format: uri
             * @description Where tokens are revoked (RFC 7009).
             */
            revocation_endpoint: string;
            /**
             * Format: uri
             * @description Where tokens are introspected (RFC 7662).
             */
            introspection_endpoint: string;
            /**
             * Format: uri
             * @description Where the token's user is read.
             */
            userinfo_endpoint: string;
            /** @description Every scope, in canonical order. */
            scopes_supported: components["schemas"]["Scope"][];
            /** @description Only `code`. */
            response_types_supported: "code"[];
            /** @description Only `query`. */
            response_modes_supported: "query"[];
            /** @description The grants of the token endpoint. */
            grant_types_supported: ("authorization_code" | "refresh_token" | "client_credentials")[];
            /** @description How a client authenticates at the token endpoint. */
            token_endpoint_auth_methods_supported: ("client_secret_basic" | "client_secret_post")[];
            /** @description How a client authenticates at the revocation endpoint. */
            revocation_endpoint_auth_methods_supported: ("client_secret_basic" | "client_secret_post")[];
            /** @description How a client authenticates at the introspection endpoint. */
            introspection_endpoint_auth_methods_supported: ("client_secret_basic" | "client_secret_post")[];
            /** @description Only `S256`. */
            code_challenge_methods_supported: "S256"[];
            /** @description Whether redirects carry `iss` (RFC 9207); the operator's choice. */
            authorization_response_iss_parameter_supported: boolean;
        };
        /**
         * @description Too many requests in the window. One body serves both error families.
         * @example {
         *       "error": "temporarily_unavailable",
         *       "code": "RATE_LIMITED",
         *       "message": "Too many requests. Wait before you try again.",
         *       "retry_after": 4.2,
         *       "global": false
         *     }
         */
        RateLimitError: {
            /**
             * @description The same fact for clients that know the OAuth family only.
             * @constant
             */
            error: "temporarily_unavailable";
            /**
             * @description Always RATE_LIMITED.
             * @constant
             */
            code: "RATE_LIMITED";
            /** @description One fixed sentence, for people. */
            message: string;
            /** @description Seconds to wait before the next try. */
            retry_after: number;
            /** @description Whether the limit is one over all operations; false for the limit of one operation. */
            global: boolean;
        };
        /**
         * @description An error of every endpoint outside the OAuth family.
         * @example UNKNOWN_APPLICATION
         * @enum {string}
         */
        ApiErrorCode: "INVALID_FORM_BODY" | "NOT_A_BOT_APPLICATION" | "BOT_ALREADY_IN_GUILD" | "MAX_APPLICATIONS" | "USERNAME_NOT_AVAILABLE" | "UNAUTHORIZED" | "INVALID_TOKEN" | "ACCESS_DENIED" | "MISSING_OAUTH_SCOPE" | "MISSING_PERMISSIONS" | "SUDO_MODE_REQUIRED" | "BOT_IS_PRIVATE" | "UNKNOWN_APPLICATION" | "UNKNOWN_GUILD" | "UNKNOWN_USER" | "BOT_USER_NOT_FOUND" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "REQUEST_TIMEOUT" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "RATE_LIMITED" | "INTERNAL_SERVER_ERROR" | "SERVICE_UNAVAILABLE";
        /**
         * @description One fault of a request.
         * @example {
         *       "path": "redirect_uris.0",
         *       "code": "INVALID_FORMAT",
         *       "message": "This is not a redirect URI that can be registered."
         *     }
         */
        FieldError: {
            /** @description Where in the request, as member names and indexes joined by dots. */
            path: string;
            /** @description The kind of fault, for programs. */
            code: string;
            /** @description The fault in a sentence, for people. */
            message: string;
        };
        /**
         * @description An error of every endpoint outside the OAuth family.
         * @example {
         *       "code": "UNKNOWN_APPLICATION",
         *       "message": "There is no such application."
         *     }
         */
        ApiError: {
            /** @description What went wrong, for programs. */
            code: components["schemas"]["ApiErrorCode"];
            /** @description One fixed sentence per code, for people. Never a private detail. */
            message: string;
            /** @description The faults of the request, with INVALID_FORM_BODY only. */
            errors?: components["schemas"]["FieldError"][];
        };
        /**
         * Format: snowflake
         * @description A 64-bit identifier written as a decimal string without leading zeros, at most 9223372036854775807. It sorts by the time it was made (milliseconds since 2015-01-01T00:00:00Z in its upper 42 bits).
         * @example 1465923871230984192
         */
        SnowflakeType: string;
        /**
         * @description An error that the authorization endpoint reports to the redirect URI (RFC 6749 4.1.2.1).
         * @example access_denied
         * @enum {string}
         */
        AuthorizationErrorCode: "invalid_request" | "unauthorized_client" | "access_denied" | "unsupported_response_type" | "invalid_scope" | "server_error" | "temporarily_unavailable";
        /**
         * @description An error that only a request with `prompt=none` can get.
         * @example login_required
         * @enum {string}
         */
        PromptErrorCode: "login_required" | "consent_required";
        /** @description An identifier in a JSON request. Send the string; an integer is taken too as long as JSON carries it without loss. */
        SnowflakeInput: components["schemas"]["SnowflakeType"] | number;
        /**
         * @description A user's agreement to what an application asks for.
         * @example {
         *       "client_id": "1465923871230984192",
         *       "redirect_uri": "https://weather.example/callback",
         *       "response_type": "code",
         *       "scope": "identify email",
         *       "state": "5ca75bd30"
         *     }
         */
        AuthorizeConsentRequest: {
            /** @description The application that asks. */
            client_id: components["schemas"]["SnowflakeInput"];
            /** @description The guild to add the bot to, with the scope `bot`. The caller needs MANAGE_GUILD or ADMINISTRATOR there. */
            guild_id?: components["schemas"]["SnowflakeInput"];
            /**
             * Format: uint64-decimal
             * @description The permissions to give the bot, as a decimal bit set of at most 64 bits. Unknown bits are dropped.
             */
            permissions?: string;
            /** @description A registered redirect URI. It may be left out only when the scope is exactly `bot` and the application does not require the code grant. */
            redirect_uri?: string;
            /**
             * @description Only `code` is offered, and it is what an absent member means.
             * @enum {string}
             */
            response_type?: "code";
            /** @description The requested scopes, separated by single spaces. */
            scope: string;
            /** @description An opaque value that comes back unchanged in the redirect. */
            state?: string;
            /** @description The PKCE challenge, the Base64url SHA-256 of the verifier (RFC 7636 4.2). */
            code_challenge?: string;
            /**
             * @description How the challenge was made; required beside `code_challenge`.
             * @enum {string}
             */
            code_challenge_method?: "S256";
        };
        /**
         * @description The outcome of a consent.
         * @example {
         *       "redirect_to": "https://weather.example/callback?code=example-code&state=5ca75bd30"
         *     }
         */
        OAuth2ConsentResponse: {
            /** @description Where to send the user's browser now; it carries the authorization code and the state. */
            redirect_to: string;
        };
        /**
         * @description The caller is known and may not do this.
         * @example {
         *       "code": "ACCESS_DENIED",
         *       "message": "You may not do this."
         *     }
         */
        AccessError: {
            /**
             * @description What is missing, for programs.
             * @enum {string}
             */
            code: "ACCESS_DENIED" | "MISSING_PERMISSIONS" | "SUDO_MODE_REQUIRED" | "BOT_IS_PRIVATE";
            /** @description One fixed sentence per code, for people. */
            message: string;
        };
        /**
         * @description An authorization code in exchange for tokens.
         * @example {
         *       "grant_type": "authorization_code",
         *       "code": "example-code",
         *       "redirect_uri": "https://weather.example/callback",
         *       "client_id": "1465923871230984192",
         *       "client_secret": "example-client-secret"
         *     }
         */
        TokenRequestOneOf0: {
            /** @description The client, when it authenticates in the body. */
            client_id?: components["schemas"]["SnowflakeType"];
            /** @description The client secret, when the client authenticates in the body. */
            client_secret?: string;
            /** @description The authorization code from the redirect. */
            code: string;
            /**
             * @description Always authorization_code. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            grant_type: "authorization_code";
            /** @description The redirect URI that the code was sent to, character for character. */
            redirect_uri: string;
            /** @description The PKCE verifier; required exactly when the code was asked for with a challenge (RFC 7636 4.5). */
            code_verifier?: string;
        };
        /**
         * @description A refresh token in exchange for a new pair.
         * @example {
         *       "grant_type": "refresh_token",
         *       "refresh_token": "example-refresh-token",
         *       "client_id": "1465923871230984192",
         *       "client_secret": "example-client-secret"
         *     }
         */
        TokenRequestOneOf1: {
            /** @description The client, when it authenticates in the body. */
            client_id?: components["schemas"]["SnowflakeType"];
            /** @description The client secret, when the client authenticates in the body. */
            client_secret?: string;
            /**
             * @description Always refresh_token. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            grant_type: "refresh_token";
            /** @description The refresh token to spend. */
            refresh_token: string;
            /** @description Fewer scopes for the new access token; all that were granted when absent (RFC 6749 6). */
            scope?: string;
        };
        /**
         * @description A token for the application's own bot account.
         * @example {
         *       "grant_type": "client_credentials",
         *       "scope": "identify bot",
         *       "client_id": "1465923871230984192",
         *       "client_secret": "example-client-secret"
         *     }
         */
        ClientCredentialsTokenRequest: {
            /** @description The client, when it authenticates in the body. */
            client_id?: components["schemas"]["SnowflakeType"];
            /** @description The client secret, when the client authenticates in the body. */
            client_secret?: string;
            /**
             * @description Always client_credentials. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            grant_type: "client_credentials";
            /** @description Of `identify`, `guilds` and `bot`; `bot` when absent. */
            scope?: string;
        };
        /** @description A request for tokens, told apart by `grant_type`. */
        TokenRequest: components["schemas"]["TokenRequestOneOf0"] | components["schemas"]["TokenRequestOneOf1"] | components["schemas"]["ClientCredentialsTokenRequest"];
        /**
         * @description A pair of tokens.
         * @example {
         *       "access_token": "example-access-token",
         *       "token_type": "Bearer",
         *       "expires_in": 604800,
         *       "refresh_token": "example-refresh-token",
         *       "scope": "identify email"
         *     }
         */
        OAuth2TokenResponse: {
            /** @description The bearer token for the API. */
            access_token: string;
            /**
             * Format: int32
             * @description Seconds until the access token expires.
             */
            expires_in: number;
            /** @description The token that gets the next pair. It works once. */
            refresh_token: string;
            /** @description The scopes of the access token, in canonical order, separated by single spaces. */
            scope: string;
            /**
             * @description Always Bearer (RFC 6750).
             * @enum {string}
             */
            token_type: "Bearer";
        };
        /**
         * @description An access token without a refresh token (RFC 6749 4.4.3).
         * @example {
         *       "access_token": "example-access-token",
         *       "token_type": "Bearer",
         *       "expires_in": 604800,
         *       "scope": "bot"
         *     }
         */
        ClientCredentialsTokenResponse: {
            /** @description The bearer token for the API. */
            access_token: string;
            /**
             * Format: int32
             * @description Seconds until the access token expires.
             */
            expires_in: number;
            /** @description The scopes of the access token, in canonical order, separated by single spaces. */
            scope: string;
            /**
             * @description Always Bearer (RFC 6750).
             * @enum {string}
             */
            token_type: "Bearer";
        };
        /**
         * @description An error of the token, revocation and introspection endpoints (RFC 6749 5.2).
         * @example invalid_grant
         * @enum {string}
         */
        OAuthErrorCode: "invalid_request" | "invalid_client" | "invalid_grant" | "unauthorized_client" | "unsupported_grant_type" | "invalid_scope" | "server_error" | "temporarily_unavailable";
        /**
         * @description An error of the OAuth2 endpoints.
         * @example {
         *       "error": "invalid_grant",
         *       "error_description": "The authorization code or refresh token is invalid, expired, revoked or was issued to another client."
         *     }
         */
        OAuthError: {
            /** @description What went wrong, for programs. */
            error: components["schemas"]["OAuthErrorCode"];
            /** @description One fixed sentence per code, for people. Never a private detail. */
            error_description: string;
        };
        /**
         * @description What kind of token the client believes it is (RFC 7009 2.1). Only a hint.
         * @example refresh_token
         * @enum {string}
         */
        RevokeRequestFormTokenTypeHint: "access_token" | "refresh_token";
        /**
         * @description A token to revoke.
         * @example {
         *       "token": "example-refresh-token",
         *       "token_type_hint": "refresh_token",
         *       "client_id": "1465923871230984192",
         *       "client_secret": "example-client-secret"
         *     }
         */
        RevokeRequestForm: {
            /** @description The client, when it authenticates in the body. */
            client_id?: components["schemas"]["SnowflakeType"];
            /** @description The client secret, when the client authenticates in the body. */
            client_secret?: string;
            /** @description The access or refresh token to revoke. */
            token: string;
            /** @description What kind of token it is, if the client knows. Any other value is ignored (RFC 7009 2.2). */
            token_type_hint?: components["schemas"]["RevokeRequestFormTokenTypeHint"] | string;
        };
        /**
         * @description An object without members.
         * @example {}
         */
        EmptyObject: Record<string, never>;
        /**
         * @description A token to introspect.
         * @example {
         *       "token": "example-access-token",
         *       "client_id": "1465923871230984192",
         *       "client_secret": "example-client-secret"
         *     }
         */
        IntrospectRequestForm: {
            /** @description The client, when it authenticates in the body. */
            client_id?: components["schemas"]["SnowflakeType"];
            /** @description The client secret, when the client authenticates in the body. */
            client_secret?: string;
            /** @description The access or refresh token to look at. */
            token: string;
        };
        /**
         * Format: int32
         * @description A non-negative integer of at most 31 bits.
         * @example 604800
         */
        Int32Type: number;
        /**
         * @description What the provider knows of a token (RFC 7662 2.2).
         * @example {
         *       "active": true,
         *       "client_id": "1465923871230984192",
         *       "sub": "1465923870000000000",
         *       "username": "ada",
         *       "scope": "identify email",
         *       "token_type": "Bearer",
         *       "iat": 1767607200,
         *       "exp": 1768212000
         *     }
         * @example {
         *       "active": false
         *     }
         */
        OAuth2IntrospectResponse: {
            /** @description Whether the token works now and belongs to the calling client. When false there is no other member. */
            active: boolean;
            /** @description The client that the token was issued to. */
            client_id?: components["schemas"]["SnowflakeType"];
            /** @description When the token expires, in seconds since 1970. */
            exp?: components["schemas"]["Int32Type"];
            /** @description When the token was issued, in seconds since 1970. */
            iat?: components["schemas"]["Int32Type"];
            /** @description The token's scopes, in canonical order, separated by single spaces. */
            scope?: string;
            /** @description The user that the token acts for. */
            sub?: components["schemas"]["SnowflakeType"];
            /**
             * @description Bearer for an access token, refresh_token for a refresh token.
             * @enum {string}
             */
            token_type?: "Bearer" | "refresh_token";
            /** @description The username of that user. */
            username?: string;
        };
        /**
         * Format: int32
         * @description Public badges of an account, as a bit set.
         * @example 0
         */
        PublicUserFlags: number;
        /**
         * @description The user that an access token acts for.
         * @example {
         *       "sub": "1465923870000000000",
         *       "id": "1465923870000000000",
         *       "username": "ada",
         *       "discriminator": "0815",
         *       "global_name": "Ada",
         *       "avatar": null,
         *       "flags": 0,
         *       "email": "ada@example.com",
         *       "verified": false
         *     }
         */
        OAuth2UserInfoResponse: {
            /** @description The avatar's hash. */
            avatar: string | null;
            /** @description The four digits behind the username. */
            discriminator: string;
            /** @description The email address, with the scope `email` only. */
            email?: string | null;
            /** @description Public badges. */
            flags?: components["schemas"]["PublicUserFlags"];
            /** @description The display name. */
            global_name: string | null;
            /** @description The user's identifier. */
            id: components["schemas"]["SnowflakeType"];
            /** @description The user's identifier under the name that OAuth2 libraries look for. */
            sub: components["schemas"]["SnowflakeType"];
            /** @description The account name. */
            username: string;
            /** @description Whether the email address is verified, with the scope `email` only. */
            verified?: boolean | null;
        };
        /**
         * @description The access token is valid but was not granted the scope that the operation needs.
         * @example {
         *       "code": "MISSING_OAUTH_SCOPE",
         *       "message": "The access token lacks a scope that this operation needs.",
         *       "required_scope": "identify"
         *     }
         */
        MissingScopeError: {
            /**
             * @description Always MISSING_OAUTH_SCOPE.
             * @constant
             */
            code: "MISSING_OAUTH_SCOPE";
            /** @description One fixed sentence, for people. */
            message: string;
            /** @description A scope that the access token would need. */
            required_scope: components["schemas"]["Scope"];
        };
        /**
         * Format: int32
         * @description Features of an application, as a bit set.
         * @example 0
         */
        ApplicationFlags: number;
        /**
         * @description The application that an access token was issued to.
         * @example {
         *       "id": "1465923871230984192",
         *       "name": "Weather",
         *       "icon": null,
         *       "description": null,
         *       "flags": 0,
         *       "bot_public": true,
         *       "bot_require_code_grant": false
         *     }
         */
        OAuth2MeResponseApplication: {
            /** @description Whether everyone may add the bot. */
            bot_public: boolean;
            /** @description Whether adding the bot needs the whole code grant. */
            bot_require_code_grant: boolean;
            /** @description What the application says of itself. */
            description: string | null;
            /** @description The application's features. */
            flags: components["schemas"]["ApplicationFlags"];
            /** @description The icon's hash. */
            icon: string | null;
            /** @description The application's identifier. */
            id: components["schemas"]["SnowflakeType"];
            /** @description The application's name. */
            name: string;
        };
        /**
         * @description The user that an access token acts for.
         * @example {
         *       "id": "1465923870000000000",
         *       "username": "ada",
         *       "discriminator": "0815",
         *       "global_name": "Ada",
         *       "avatar": null,
         *       "avatar_color": null,
         *       "flags": 0
         *     }
         */
        OAuth2MeResponseUser: {
            /** @description The avatar's hash. */
            avatar: string | null;
            /** @description The colour shown where there is no avatar, as 0xRRGGBB. */
            avatar_color: components["schemas"]["Int32Type"] | null;
            /** @description Whether this is a bot account; absent on people's accounts. */
            bot?: boolean;
            /** @description The four digits behind the username. */
            discriminator: string;
            /** @description The email address, with the scope `email` only. */
            email?: string | null;
            /** @description Public badges. */
            flags: components["schemas"]["PublicUserFlags"];
            /** @description The display name. */
            global_name: string | null;
            /** @description The user's identifier. */
            id: components["schemas"]["SnowflakeType"];
            /** @description Whether this account speaks for the platform; absent on all others. */
            system?: boolean;
            /** @description The account name. */
            username: string;
            /** @description Whether the email address is verified, with the scope `email` only. */
            verified?: boolean | null;
        };
        /**
         * @description What an access token stands for.
         * @example {
         *       "application": {
         *         "id": "1465923871230984192",
         *         "name": "Weather",
         *         "icon": null,
         *         "description": null,
         *         "flags": 0,
         *         "bot_public": true,
         *         "bot_require_code_grant": false
         *       },
         *       "scopes": [
         *         "identify"
         *       ],
         *       "expires": "2026-01-12T10:00:00.000Z",
         *       "user": {
         *         "id": "1465923870000000000",
         *         "username": "ada",
         *         "discriminator": "0815",
         *         "global_name": "Ada",
         *         "avatar": null,
         *         "avatar_color": null,
         *         "flags": 0
         *       }
         *     }
         */
        OAuth2MeResponse: {
            /** @description The application that the token was issued to. */
            application: components["schemas"]["OAuth2MeResponseApplication"];
            /**
             * Format: date-time
             * @description When the token expires.
             */
            expires: string;
            /** @description The token's scopes, in canonical order. */
            scopes: string[];
            /** @description The user that the token acts for, with the scope `identify` only. */
            user?: components["schemas"]["OAuth2MeResponseUser"];
        };
        /**
         * @description An application that a user has authorized.
         * @example {
         *       "id": "1465923871230984192",
         *       "name": "Weather",
         *       "icon": null,
         *       "description": null,
         *       "bot_public": true
         *     }
         */
        OAuth2AuthorizationResponseApplication: {
            /** @description Whether everyone may add the bot. */
            bot_public: boolean;
            /** @description What the application says of itself. */
            description: string | null;
            /** @description The icon's hash. */
            icon: string | null;
            /** @description The application's identifier. */
            id: components["schemas"]["SnowflakeType"];
            /** @description The application's name. */
            name: string;
        };
        /**
         * @description One application that the user has authorized.
         * @example {
         *       "application": {
         *         "id": "1465923871230984192",
         *         "name": "Weather",
         *         "icon": null,
         *         "description": null,
         *         "bot_public": true
         *       },
         *       "scopes": [
         *         "identify",
         *         "email"
         *       ],
         *       "authorized_at": "2026-01-05T10:00:00.000Z"
         *     }
         */
        OAuth2AuthorizationResponse: {
            /** @description The authorized application. */
            application: components["schemas"]["OAuth2AuthorizationResponseApplication"];
            /**
             * Format: date-time
             * @description When the user last agreed.
             */
            authorized_at: string;
            /** @description Every scope that the user has agreed to for this application, in canonical order. */
            scopes: string[];
        };
        /**
         * @description The applications that the user has authorized, latest first.
         * @example []
         */
        OAuth2AuthorizationsListResponse: components["schemas"]["OAuth2AuthorizationResponse"][];
        /**
         * @description A redirect URI to register: absolute, https to any host, or http to a loopback host (`localhost`, `*.localhost`, `127.0.0.1`, `[::1]`). No fragment, no user information, no wildcard, and no spelling of a host that browsers read as another one, such as `127.1`.
         * @example https://client.example/callback
         */
        OAuth2RedirectURICreateType: string;
        /**
         * @description A new application.
         * @example {
         *       "name": "Weather",
         *       "redirect_uris": [
         *         "https://weather.example/callback"
         *       ]
         *     }
         */
        ApplicationCreateRequest: {
            /** @description Whether everyone may add the bot; true when absent. */
            bot_public?: boolean;
            /** @description Whether adding the bot needs the whole code grant; false when absent. */
            bot_require_code_grant?: boolean;
            /** @description The application's name. White space around it is dropped. */
            name: string;
            /** @description Where users may be sent after consent. None when absent or null. */
            redirect_uris?: components["schemas"]["OAuth2RedirectURICreateType"][] | null;
        };
        /**
         * Format: int32
         * @description A kind of second factor: 0 TOTP, 1 SMS, 2 WebAuthn.
         * @example 0
         * @enum {integer}
         */
        AuthenticatorType: 0 | 1 | 2;
        /**
         * Format: int32
         * @description Behaviour of a bot account, as a bit set. Bits without a name are ignored on input.
         * @example 16
         */
        BotFlags: number;
        /**
         * @description The bot account of an application.
         * @example {
         *       "id": "1465923871230984192",
         *       "username": "Weather",
         *       "discriminator": "0042",
         *       "avatar": null,
         *       "banner": null,
         *       "bio": null,
         *       "flags": 0,
         *       "mfa_enabled": false,
         *       "authenticator_types": []
         *     }
         */
        ApplicationBotResponse: {
            /** @description The second factors that are set up. A bot has none. */
            authenticator_types?: components["schemas"]["AuthenticatorType"][];
            /** @description The avatar's hash; it begins with `a_` when animated. */
            avatar?: string | null;
            /** @description The banner's hash; it begins with `a_` when animated. */
            banner?: string | null;
            /** @description What the bot says of itself. */
            bio: string | null;
            /** @description The four digits behind the username. */
            discriminator: string;
            /** @description The bot's behaviour. */
            flags: components["schemas"]["BotFlags"];
            /** @description The bot's user id, which is the application's id. */
            id: components["schemas"]["SnowflakeType"];
            /** @description Whether a second factor is set up. A bot has none. */
            mfa_enabled?: boolean;
            /** @description The bot token. Shown once, in the answer that made it, and never again. */
            token?: string;
            /** @description The bot's account name. At first it is the application's, with `_` for each space, `-` and `.`, and without other characters that no username may hold. */
            username: string;
        };
        /**
         * @description What an owner may know of a client secret.
         * @example {
         *       "created_at": "2026-01-05T10:00:00.000Z",
         *       "last_used_at": "2026-01-06T08:30:00.000Z",
         *       "expires_at": null
         *     }
         */
        ClientSecretMetadata: {
            /**
             * Format: date-time
             * @description When the secret was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the secret last authenticated the client, to within an hour; null when never.
             */
            last_used_at: string | null;
            /**
             * Format: date-time
             * @description When the secret stops working; null for the current one.
             */
            expires_at: string | null;
        };
        /**
         * @description An application as its owner sees it.
         * @example {
         *       "id": "1465923871230984192",
         *       "name": "Weather",
         *       "redirect_uris": [
         *         "https://weather.example/callback"
         *       ],
         *       "bot_public": true,
         *       "bot_require_code_grant": false,
         *       "client_secrets": [
         *         {
         *           "created_at": "2026-01-05T10:00:00.000Z",
         *           "last_used_at": null,
         *           "expires_at": null
         *         }
         *       ],
         *       "bot": {
         *         "id": "1465923871230984192",
         *         "username": "Weather",
         *         "discriminator": "0042",
         *         "avatar": null,
         *         "banner": null,
         *         "bio": null,
         *         "flags": 0,
         *         "mfa_enabled": false,
         *         "authenticator_types": []
         *       }
         *     }
         */
        ApplicationResponse: {
            /** @description The bot account that belongs to the application. */
            bot?: components["schemas"]["ApplicationBotResponse"];
            /** @description Whether everyone may add the bot. */
            bot_public: boolean;
            /** @description Whether adding the bot needs the whole code grant. */
            bot_require_code_grant: boolean;
            /** @description The client secret. Shown once, in the answer that made it, and never again. */
            client_secret?: string;
            /** @description The client secrets that work now, newest first, without their values. */
            client_secrets?: components["schemas"]["ClientSecretMetadata"][];
            /** @description The application's identifier, which is the OAuth2 client_id and the bot's user id too. */
            id: components["schemas"]["SnowflakeType"];
            /** @description The application's name. */
            name: string;
            /** @description The registered redirect URIs. */
            redirect_uris: string[];
        };
        /**
         * @description The caller's applications, oldest first.
         * @example []
         */
        ApplicationListResponse: components["schemas"]["ApplicationResponse"][];
        /**
         * @description The confirmation that an operation which cannot be undone asks for.
         * @example {
         *       "password": "correct horse battery staple"
         *     }
         */
        SudoRequest: {
            /** @description The password of the account that owns the application. */
            password?: string;
        };
        /**
         * @description A redirect URI to register in an update. The rule is that of OAuth2RedirectURICreateType, unless the operator allows updates to take http for any host.
         * @example https://client.example/callback
         */
        OAuth2RedirectURIUpdateType: string;
        /**
         * @description Changes to an application. An absent member stays as it is.
         * @example {
         *       "name": "Weather and Tides"
         *     }
         */
        ApplicationUpdateRequest: {
            /** @description Whether everyone may add the bot. */
            bot_public?: boolean;
            /** @description Whether adding the bot needs the whole code grant. */
            bot_require_code_grant?: boolean;
            /** @description The application's name. White space around it is dropped. */
            name?: string;
            /** @description The redirect URIs that replace the registered ones; null removes all. */
            redirect_uris?: components["schemas"]["OAuth2RedirectURIUpdateType"][] | null;
        };
        /**
         * @description The confirmation, and how the old secret ends.
         * @example {
         *       "password": "correct horse battery staple",
         *       "overlap_seconds": 3600
         *     }
         */
        ClientSecretResetRequest: {
            /** @description The password of the account that owns the application. */
            password?: string;
            /**
             * Format: int32
             * @description How long the current secret goes on working beside the new one. With 0, the default, it stops at once and so does every token and code of the application; with more, tokens stay valid.
             */
            overlap_seconds?: number;
        };
        /**
         * @description An application as everyone sees it.
         * @example {
         *       "id": "1465923871230984192",
         *       "name": "Weather",
         *       "icon": null,
         *       "description": null,
         *       "redirect_uris": [
         *         "https://weather.example/callback"
         *       ],
         *       "scopes": [
         *         "identify",
         *         "email",
         *         "guilds",
         *         "connections",
         *         "bot"
         *       ],
         *       "bot_public": true,
         *       "bot": null
         *     }
         */
        ApplicationPublicResponse: {
            /** @description The bot account that belongs to the application. */
            bot: components["schemas"]["ApplicationBotResponse"] | null;
            /** @description Whether everyone may add the bot. */
            bot_public: boolean;
            /** @description What the application says of itself. */
            description: string | null;
            /** @description The icon's hash. */
            icon: string | null;
            /** @description The application's identifier. */
            id: components["schemas"]["SnowflakeType"];
            /** @description The application's name. */
            name: string;
            /** @description The registered redirect URIs. */
            redirect_uris: string[];
            /** @description The scopes that the application may ask for. */
            scopes: string[];
        };
        /**
         * @description One security-relevant event. It never holds a secret.
         * @example {
         *       "id": "1465923890000000000",
         *       "action": "token.revoke",
         *       "outcome": "success",
         *       "actor_id": null,
         *       "application_id": "1465923871230984192",
         *       "grant_id": "example-grant",
         *       "request_id": "example-request",
         *       "created_at": "2026-01-05T10:00:00.000Z"
         *     }
         */
        AuditLogEntry: {
            /** @description The entry's identifier. */
            id: components["schemas"]["SnowflakeType"];
            /** @description What was done, as `noun.verb`. */
            action: string;
            /**
             * @description How it ended.
             * @enum {string}
             */
            outcome: "success" | "failure";
            /** @description The user who did it; null when a client, the provider or its operator did, or when the caller may not know the user. */
            actor_id: components["schemas"]["SnowflakeType"] | null;
            /** @description The application that it concerns. */
            application_id: components["schemas"]["SnowflakeType"] | null;
            /** @description The grant that it concerns. */
            grant_id: string | null;
            /** @description The request in which it happened. */
            request_id: string | null;
            /**
             * Format: date-time
             * @description When it happened.
             */
            created_at: string;
        };
        /**
         * @description Entries, latest first.
         * @example []
         */
        AuditLogResponse: components["schemas"]["AuditLogEntry"][];
        /**
         * @description An application as an administrator sees it.
         * @example {
         *       "id": "1465923871230984192",
         *       "name": "Weather",
         *       "owner_id": "1465923870000000000",
         *       "description": null,
         *       "icon": null,
         *       "redirect_uris": [
         *         "https://weather.example/callback"
         *       ],
         *       "bot_public": true,
         *       "bot_require_code_grant": false,
         *       "flags": 0,
         *       "trusted": false,
         *       "created_at": "2026-01-05T10:00:00.000Z"
         *     }
         */
        AdminApplicationResponse: {
            /** @description The application's identifier. */
            id: components["schemas"]["SnowflakeType"];
            /** @description The application's name. */
            name: string;
            /** @description The account that owns the application; null when that account is gone. */
            owner_id: components["schemas"]["SnowflakeType"] | null;
            /** @description What the application says of itself. */
            description: string | null;
            /** @description The icon's hash. */
            icon: string | null;
            /** @description The registered redirect URIs. */
            redirect_uris: string[];
            /** @description Whether everyone may add the bot. */
            bot_public: boolean;
            /** @description Whether adding the bot needs the whole code grant. */
            bot_require_code_grant: boolean;
            /** @description The application's features. */
            flags: components["schemas"]["ApplicationFlags"];
            /** @description Whether the operator lets the application ask for the admin scope. */
            trusted: boolean;
            /**
             * Format: date-time
             * @description When the application was made.
             */
            created_at: string;
        };
        /**
         * @description A PNG, JPEG, GIF or WebP image in Base64, bare or as a data URI, at most 10 MiB when decoded. The kind is decided by the image's first bytes, whatever the data URI says.
         * @example data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==
         */
        Base64ImageType: string;
        /**
         * @description An account name of letters, digits and underscores. `everyone` and `here` are reserved in any case.
         * @example weather_bot
         */
        UsernameType: string;
        /**
         * @description Changes to a bot's profile. An absent member stays as it is.
         * @example {
         *       "username": "weather_bot",
         *       "bio": "Ask me for tomorrow.",
         *       "bot_flags": 16
         *     }
         */
        BotProfileUpdateRequest: {
            /** @description The new avatar; null removes it. */
            avatar?: components["schemas"]["Base64ImageType"] | null;
            /** @description The new banner; null removes it. */
            banner?: components["schemas"]["Base64ImageType"] | null;
            /** @description What the bot says of itself; null removes it. */
            bio?: string | null;
            /** @description The bot's behaviour. */
            bot_flags?: components["schemas"]["BotFlags"];
            /** @description The wanted number behind the username, one to four digits. */
            discriminator?: string;
            /** @description The new account name. */
            username?: components["schemas"]["UsernameType"];
        };
        /**
         * @description A bot's profile.
         * @example {
         *       "id": "1465923871230984192",
         *       "username": "weather_bot",
         *       "discriminator": "0042",
         *       "avatar": null,
         *       "banner": null,
         *       "bio": "Ask me for tomorrow."
         *     }
         */
        BotProfileResponse: {
            /** @description The avatar's hash; it begins with `a_` when animated. */
            avatar: string | null;
            /** @description The banner's hash; it begins with `a_` when animated. */
            banner: string | null;
            /** @description What the bot says of itself. */
            bio: string | null;
            /** @description The four digits behind the username. */
            discriminator: string;
            /** @description The bot's user id, which is the application's id. */
            id: components["schemas"]["SnowflakeType"];
            /** @description The bot's account name. */
            username: string;
        };
        /**
         * @description A bot with its new token.
         * @example {
         *       "token": "1465923871230984192.example-bot-token",
         *       "bot": {
         *         "id": "1465923871230984192",
         *         "username": "weather_bot",
         *         "discriminator": "0042",
         *         "bio": null,
         *         "flags": 16
         *       }
         *     }
         */
        BotTokenResetResponse: {
            /** @description The bot account. */
            bot: components["schemas"]["ApplicationBotResponse"];
            /** @description The new bot token. Shown once, here, and never again. */
            token: string;
        };
        /**
         * @description The application that a bot token belongs to.
         * @example {
         *       "id": "1465923871230984192",
         *       "name": "Weather",
         *       "icon": null,
         *       "description": null,
         *       "flags": 0,
         *       "bot_public": true,
         *       "bot_require_code_grant": false
         *     }
         */
        ApplicationsMeResponse: {
            /** @description The bot account that belongs to the application. */
            bot?: components["schemas"]["ApplicationBotResponse"];
            /** @description Whether everyone may add the bot. */
            bot_public: boolean;
            /** @description Whether adding the bot needs the whole code grant. */
            bot_require_code_grant: boolean;
            /** @description What the application says of itself. */
            description: string | null;
            /** @description The application's features. */
            flags: components["schemas"]["ApplicationFlags"];
            /** @description The icon's hash. */
            icon: string | null;
            /** @description The application's identifier. */
            id: components["schemas"]["SnowflakeType"];
            /** @description The application's name. */
            name: string;
        };
        /**
         * @description What a bot needs to know before it connects.
         * @example {
         *       "url": "wss://gateway.fluxer.example",
         *       "shards": 1,
         *       "session_start_limit": {
         *         "total": 1000,
         *         "remaining": 1000,
         *         "reset_after": 86400000,
         *         "max_concurrency": 1
         *       }
         *     }
         */
        GatewayBotResponse: {
            /**
             * Format: uri
             * @description Where the bot opens its WebSocket.
             */
            url: string;
            /**
             * Format: int32
             * @description Into how many connections the bot should split its guilds.
             */
            shards: number;
            /** @description How often a session may be started. */
            session_start_limit: {
                /**
                 * Format: int32
                 * @description Sessions that may be started in a day.
                 */
                total: number;
                /**
                 * Format: int32
                 * @description Sessions left today.
                 */
                remaining: number;
                /**
                 * Format: int32
                 * @description Milliseconds until the count starts anew.
                 */
                reset_after: number;
                /**
                 * Format: int32
                 * @description Sessions that may be started in five seconds.
                 */
                max_concurrency: number;
            };
        };
        /**
         * @description A new account.
         * @example {
         *       "email": "ada@example.com",
         *       "username": "ada",
         *       "global_name": "Ada",
         *       "password": "correct horse battery staple"
         *     }
         */
        RegisterRequest: {
            /**
             * Format: email
             * @description The address to sign in with. Its case does not matter.
             */
            email: string;
            /** @description The account name. */
            username: components["schemas"]["UsernameType"];
            /** @description The display name. White space around it is dropped. */
            global_name?: string | null;
            /** @description The password to sign in with. */
            password: string;
            /**
             * Format: date
             * @description The day of birth.
             */
            date_of_birth?: string;
            /** @description Whether the terms of service were accepted. */
            consent?: boolean;
        };
        /**
         * @description A new session.
         * @example {
         *       "user_id": "1465923870000000000",
         *       "token": "flx_example"
         *     }
         */
        AuthSessionResponse: {
            /** @description The account's identifier. */
            user_id: components["schemas"]["SnowflakeType"];
            /** @description The session token, to be sent bare in the Authorization header. */
            token: string;
        };
        /**
         * @description Credentials of an account.
         * @example {
         *       "email": "ada@example.com",
         *       "password": "correct horse battery staple"
         *     }
         */
        LoginRequest: {
            /** @description The account's email address. Its case does not matter. */
            email: string;
            /** @description The account's password. */
            password: string;
        };
        /**
         * @description A user.
         * @example {
         *       "id": "1465923870000000000",
         *       "username": "ada",
         *       "discriminator": "0815",
         *       "global_name": "Ada",
         *       "avatar": null,
         *       "avatar_color": null,
         *       "banner": null,
         *       "bio": null,
         *       "flags": 0
         *     }
         */
        UserResponse: {
            /** @description The user's identifier. */
            id: components["schemas"]["SnowflakeType"];
            /** @description The account name. */
            username: string;
            /** @description The four digits behind the username. */
            discriminator: string;
            /** @description The display name. */
            global_name: string | null;
            /** @description The avatar's hash; it begins with `a_` when animated. */
            avatar: string | null;
            /** @description The colour shown where there is no avatar, as 0xRRGGBB. */
            avatar_color: components["schemas"]["Int32Type"] | null;
            /** @description The banner's hash; it begins with `a_` when animated. */
            banner: string | null;
            /** @description What the user says of themselves. */
            bio: string | null;
            /** @description Public badges. */
            flags: components["schemas"]["PublicUserFlags"];
            /** @description Whether this is a bot account; absent on people's accounts. */
            bot?: boolean;
            /** @description Whether this account speaks for the platform; absent on all others. */
            system?: boolean;
            /** @description The email address, for the account itself, a token with the scope `email`, and administrators. */
            email?: string | null;
            /** @description Whether the email address is verified, wherever `email` is shown. */
            verified?: boolean;
        };
        /**
         * @description Changes to the caller's account. An absent member stays as it is.
         * @example {
         *       "global_name": "Ada Lovelace"
         *     }
         */
        UserUpdateRequest: {
            /** @description The new account name. */
            username?: components["schemas"]["UsernameType"];
            /** @description The new display name; null removes it. White space around it is dropped. */
            global_name?: string | null;
            /** @description What the user says of themselves; null removes it. */
            bio?: string | null;
            /** @description The new avatar; null removes it. */
            avatar?: components["schemas"]["Base64ImageType"] | null;
        };
        /**
         * @description An account at another service, linked to this one.
         * @example {
         *       "id": "1465923880000000000",
         *       "type": "github",
         *       "name": "ada",
         *       "verified": false,
         *       "visibility": 1
         *     }
         */
        ConnectionResponse: {
            /** @description The connection's identifier. */
            id: components["schemas"]["SnowflakeType"];
            /** @description The other service. */
            type: string;
            /** @description The account's name there. */
            name: string;
            /** @description Whether the other service has confirmed the account. */
            verified: boolean;
            /**
             * Format: int32
             * @description 0: only for the account itself; 1: for everyone.
             * @enum {integer}
             */
            visibility: 0 | 1;
        };
        /**
         * @description The linked accounts, oldest first.
         * @example []
         */
        ConnectionListResponse: components["schemas"]["ConnectionResponse"][];
        /**
         * @description An account at another service.
         * @example {
         *       "type": "github",
         *       "name": "ada"
         *     }
         */
        ConnectionCreateRequest: {
            /** @description The other service, in lower case. */
            type: string;
            /** @description The account's name there. White space around it is dropped. */
            name: string;
            /**
             * Format: int32
             * @description 0: only for the account itself; 1, the default: for everyone.
             * @enum {integer}
             */
            visibility?: 0 | 1;
        };
        /**
         * @description A guild as one of its members sees it.
         * @example {
         *       "id": "1465923900000000000",
         *       "name": "Meteorologists",
         *       "icon": null,
         *       "owner": true,
         *       "owner_id": "1465923870000000000",
         *       "permissions": "8",
         *       "features": []
         *     }
         */
        UserGuildResponse: {
            /** @description The guild's identifier. */
            id: components["schemas"]["SnowflakeType"];
            /** @description The guild's name. */
            name: string;
            /** @description The icon's hash. */
            icon: string | null;
            /** @description Whether the user owns the guild. */
            owner: boolean;
            /** @description The user who owns the guild. */
            owner_id: components["schemas"]["SnowflakeType"];
            /**
             * Format: uint64-decimal
             * @description What the user may do there, as a decimal bit set.
             */
            permissions: string;
            /** @description Features of the guild. */
            features: string[];
        };
        /**
         * @description The user's guilds, by identifier.
         * @example []
         */
        UserGuildListResponse: components["schemas"]["UserGuildResponse"][];
        /**
         * @description A new guild, owned by the caller.
         * @example {
         *       "name": "Meteorologists"
         *     }
         */
        GuildCreateRequest: {
            /** @description The guild's name. White space around it is dropped. */
            name: string;
        };
        /**
         * @description A guild.
         * @example {
         *       "id": "1465923900000000000",
         *       "name": "Meteorologists",
         *       "icon": null,
         *       "owner_id": "1465923870000000000",
         *       "system_channel_id": "1465923900000000001"
         *     }
         */
        GuildResponse: {
            /** @description The guild's identifier. */
            id: components["schemas"]["SnowflakeType"];
            /** @description The guild's name. */
            name: string;
            /** @description The icon's hash. */
            icon: string | null;
            /** @description The user who owns the guild. */
            owner_id: components["schemas"]["SnowflakeType"];
            /** @description The channel where the platform posts, if there is one. */
            system_channel_id: components["schemas"]["SnowflakeType"] | null;
        };
        /**
         * @description A member of a guild.
         * @example {
         *       "user": {
         *         "id": "1465923871230984192",
         *         "username": "Weather",
         *         "discriminator": "0042",
         *         "global_name": null,
         *         "avatar": null,
         *         "avatar_color": null,
         *         "banner": null,
         *         "bio": null,
         *         "flags": 0,
         *         "bot": true
         *       },
         *       "roles": [
         *         "1465923910000000000"
         *       ],
         *       "joined_at": "2026-01-05T10:00:00.000Z"
         *     }
         */
        GuildMemberResponse: {
            /** @description The member's account. */
            user: components["schemas"]["UserResponse"];
            /** @description The identifiers of the member's roles, without the one that everybody has. */
            roles: components["schemas"]["SnowflakeType"][];
            /**
             * Format: date-time
             * @description When the member joined.
             */
            joined_at: string;
        };
        /**
         * @description A role of a guild.
         * @example {
         *       "id": "1465923910000000000",
         *       "name": "Weather",
         *       "permissions": "2048",
         *       "color": 0,
         *       "position": 1
         *     }
         */
        GuildRoleResponse: {
            /** @description The role's identifier; that of the role everybody has is the guild's. */
            id: components["schemas"]["SnowflakeType"];
            /** @description The role's name. */
            name: string;
            /**
             * Format: uint64-decimal
             * @description What the role allows, as a decimal bit set.
             */
            permissions: string;
            /**
             * Format: int32
             * @description The role's colour as 0xRRGGBB; 0 for none.
             */
            color: number;
            /**
             * Format: int32
             * @description The role's rank, 0 for the lowest.
             */
            position: number;
        };
        /**
         * @description The guild's roles, lowest first.
         * @example []
         */
        GuildRoleListResponse: components["schemas"]["GuildRoleResponse"][];
    };
    responses: {
        /** @description Too many requests in the window. */
        RateLimited: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "X-RateLimit-Reset-After": components["headers"]["XRateLimitResetAfter"];
                "X-RateLimit-Bucket": components["headers"]["XRateLimitBucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RateLimitError"];
            };
        };
        /** @description Something failed inside the provider. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The request cannot be trusted far enough to redirect. A page says why. */
        BadRequestPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /** @example <!doctype html><title>Invalid request</title> */
                "text/html": string;
            };
        };
        /** @description Too many requests in the window. A page says how long to wait. */
        RateLimitedPage: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                "X-RateLimit-Reset-After": components["headers"]["XRateLimitResetAfter"];
                "X-RateLimit-Bucket": components["headers"]["XRateLimitBucket"];
                [name: string]: unknown;
            };
            content: {
                /** @example <!doctype html><title>Too many requests</title> */
                "text/html": string;
            };
        };
        /** @description Something failed inside the provider. A page says so. */
        InternalServerErrorPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /** @example <!doctype html><title>Something went wrong</title> */
                "text/html": string;
            };
        };
        /** @description The provider cannot answer at the moment. A page says so. */
        ServiceUnavailablePage: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /** @example <!doctype html><title>Service unavailable</title> */
                "text/html": string;
            };
        };
        /** @description The request is malformed or contradicts the state of things. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description No credentials were sent, or they are unknown, expired or revoked. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The caller is known and may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AccessError"];
            };
        };
        /** @description There is no such thing. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The request took too long to arrive. */
        RequestTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The request body is larger than the operation takes. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The request body has a media type that the operation does not take. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The provider cannot answer at the moment. Nothing was changed. */
        ServiceUnavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
            };
        };
        /** @description The request is refused (RFC 6749 5.2). */
        OAuthBadRequest: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The client could not be authenticated (RFC 6749 5.2). */
        OAuthUnauthorized: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The request took too long to arrive. */
        OAuthRequestTimeout: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The request body is larger than the operation takes. */
        OAuthPayloadTooLarge: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The request body is not one of the two form types. */
        OAuthUnsupportedMediaType: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description Something failed inside the provider. */
        OAuthInternalServerError: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The provider cannot answer at the moment. Nothing was changed. */
        OAuthServiceUnavailable: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The caller is known and may not do this, or the access token lacks a scope. */
        ForbiddenOrMissingScope: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AccessError"] | components["schemas"]["MissingScopeError"];
            };
        };
    };
    parameters: {
        /**
         * @description The authorized application's identifier.
         * @example 1465923871230984192
         */
        AuthorizedApplicationId: components["schemas"]["SnowflakeType"];
        /**
         * @description The application's identifier.
         * @example 1465923871230984192
         */
        ApplicationId: components["schemas"]["SnowflakeType"];
        /**
         * @description Only entries with a smaller identifier, for the next page.
         * @example 1465923890000000000
         */
        BeforeAuditLogEntry: components["schemas"]["SnowflakeType"];
        /**
         * @description How many entries at most.
         * @example 50
         */
        AuditLogLimit: number;
        /**
         * @description The user's identifier.
         * @example 1465923870000000000
         */
        UserId: components["schemas"]["SnowflakeType"];
        /**
         * @description The guild's identifier.
         * @example 1465923900000000000
         */
        GuildId: components["schemas"]["SnowflakeType"];
        /**
         * @description The member's user identifier.
         * @example 1465923871230984192
         */
        MemberUserId: components["schemas"]["SnowflakeType"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description Whole seconds to wait before the next try (RFC 9110 10.2.3).
         * @example 5
         */
        RetryAfter: number;
        /**
         * @description What is left of the limit and when it is renewed, as a structured field of the IETF draft.
         * @example "token";r=0;t=5
         */
        RateLimit: string;
        /**
         * @description The limit and its window, as a structured field of the IETF draft.
         * @example "token";q=10;w=10
         */
        RateLimitPolicy: string;
        /**
         * @description Requests allowed in the window.
         * @example 10
         */
        XRateLimitLimit: number;
        /**
         * @description Requests left in the window.
         * @example 0
         */
        XRateLimitRemaining: number;
        /**
         * @description When the window ends, in seconds since 1970.
         * @example 1767607205
         */
        XRateLimitReset: number;
        /**
         * @description Seconds until the window ends.
         * @example 4.2
         */
        XRateLimitResetAfter: number;
        /**
         * @description The limit's name; operations of one name share one count.
         * @example token
         */
        XRateLimitBucket: string;
        /**
         * @description Where the browser goes next.
         * @example https://weather.example/callback?code=example-code&state=5ca75bd30&iss=https%3A%2F%2Ffluxer.example
         */
        Location: string;
        /**
         * @description The answer must not be kept (RFC 6749 5.1).
         * @example no-store
         */
        CacheControl: "no-store";
        /**
         * @description The challenge, when the request used or needs an HTTP authentication scheme (RFC 6750 3, RFC 7617 2).
         * @example Bearer error="invalid_token"
         */
        WWWAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAuthorizationServerMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServerMetadata"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
        };
    };
    authorize: {
        parameters: {
            query: {
                /**
                 * @description The application that asks.
                 * @example 1465923871230984192
                 */
                client_id: components["schemas"]["SnowflakeType"];
                /**
                 * @description A registered redirect URI, character for character; only the port of a loopback URI may differ. It may be left out only when the scope is exactly `bot` and the application does not require the code grant.
                 * @example https://weather.example/callback
                 */
                redirect_uri?: string;
                /**
                 * @description Must be `code`.
                 * @example code
                 */
                response_type?: string;
                /**
                 * @description The requested scopes, separated by single spaces. Required.
                 * @example identify email
                 */
                scope?: string;
                /**
                 * @description An opaque value that comes back unchanged, against cross-site request forgery.
                 * @example 5ca75bd30
                 */
                state?: string;
                /**
                 * @description `none`: never show a page, answer `login_required` or `consent_required` instead. `consent`: always ask.
                 * @example consent
                 */
                prompt?: string;
                /**
                 * @description The permissions to give the bot, as a decimal bit set of at most 64 bits.
                 * @example 2048
                 */
                permissions?: string;
                /**
                 * @description The guild that the consent page preselects for the bot.
                 * @example 1465923900000000000
                 */
                guild_id?: string;
                /**
                 * @description The PKCE challenge (RFC 7636 4.3).
                 * @example E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
                 */
                code_challenge?: string;
                /**
                 * @description Must be `S256` when there is a challenge.
                 * @example S256
                 */
                code_challenge_method?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sign-in page or the consent page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><title>Sign in</title> */
                    "text/html": string;
                };
            };
            /** @description The redirect to the application with `code`, or with `error` (an AuthorizationErrorCode or PromptErrorCode), and with `state` and `iss` (RFC 9207). */
            302: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequestPage"];
            429: components["responses"]["RateLimitedPage"];
            500: components["responses"]["InternalServerErrorPage"];
            503: components["responses"]["ServiceUnavailablePage"];
        };
    };
    grantOauth2Consent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorizeConsentRequest"];
            };
        };
        responses: {
            /** @description Where to send the browser. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2ConsentResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exchangeOauth2Token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
                "multipart/form-data": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description The tokens. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2TokenResponse"] | components["schemas"]["ClientCredentialsTokenResponse"];
                };
            };
            400: components["responses"]["OAuthBadRequest"];
            401: components["responses"]["OAuthUnauthorized"];
            408: components["responses"]["OAuthRequestTimeout"];
            413: components["responses"]["OAuthPayloadTooLarge"];
            415: components["responses"]["OAuthUnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["OAuthInternalServerError"];
            503: components["responses"]["OAuthServiceUnavailable"];
        };
    };
    revokeOauth2Token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["RevokeRequestForm"];
                "multipart/form-data": components["schemas"]["RevokeRequestForm"];
            };
        };
        responses: {
            /** @description The token does not work, or is not the client's. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyObject"];
                };
            };
            400: components["responses"]["OAuthBadRequest"];
            401: components["responses"]["OAuthUnauthorized"];
            408: components["responses"]["OAuthRequestTimeout"];
            413: components["responses"]["OAuthPayloadTooLarge"];
            415: components["responses"]["OAuthUnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["OAuthInternalServerError"];
            503: components["responses"]["OAuthServiceUnavailable"];
        };
    };
    revokeOauth2TokenAlias: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["RevokeRequestForm"];
                "multipart/form-data": components["schemas"]["RevokeRequestForm"];
            };
        };
        responses: {
            /** @description The token does not work, or is not the client's. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyObject"];
                };
            };
            400: components["responses"]["OAuthBadRequest"];
            401: components["responses"]["OAuthUnauthorized"];
            408: components["responses"]["OAuthRequestTimeout"];
            413: components["responses"]["OAuthPayloadTooLarge"];
            415: components["responses"]["OAuthUnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["OAuthInternalServerError"];
            503: components["responses"]["OAuthServiceUnavailable"];
        };
    };
    introspectOauth2Token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["IntrospectRequestForm"];
                "multipart/form-data": components["schemas"]["IntrospectRequestForm"];
            };
        };
        responses: {
            /** @description The token's state. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2IntrospectResponse"];
                };
            };
            400: components["responses"]["OAuthBadRequest"];
            401: components["responses"]["OAuthUnauthorized"];
            408: components["responses"]["OAuthRequestTimeout"];
            413: components["responses"]["OAuthPayloadTooLarge"];
            415: components["responses"]["OAuthUnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["OAuthInternalServerError"];
            503: components["responses"]["OAuthServiceUnavailable"];
        };
    };
    getOauth2UserInformation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2UserInfoResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrMissingScope"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCurrentOauth2User: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the token stands for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2MeResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listUserOauth2Authorizations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The authorized applications. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuth2AuthorizationsListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deauthorizeApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The authorized application's identifier.
                 * @example 1465923871230984192
                 */
                applicationId: components["parameters"]["AuthorizedApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application has no access any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createOauth2Application: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationCreateRequest"];
            };
        };
        responses: {
            /** @description The application with its secrets. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listUserApplications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The applications. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listUserApplicationsAlias: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The applications. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application's identifier.
                 * @example 1465923871230984192
                 */
                id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application's identifier.
                 * @example 1465923871230984192
                 */
                id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SudoRequest"];
            };
        };
        responses: {
            /** @description The application is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application's identifier.
                 * @example 1465923871230984192
                 */
                id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationUpdateRequest"];
            };
        };
        responses: {
            /** @description The changed application. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resetClientSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application's identifier.
                 * @example 1465923871230984192
                 */
                id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ClientSecretResetRequest"];
            };
        };
        responses: {
            /** @description The application with its new secret. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPublicApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application's identifier.
                 * @example 1465923871230984192
                 */
                id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationPublicResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listApplicationAuditLogs: {
        parameters: {
            query?: {
                /**
                 * @description Only entries with a smaller identifier, for the next page.
                 * @example 1465923890000000000
                 */
                before?: components["parameters"]["BeforeAuditLogEntry"];
                /**
                 * @description How many entries at most.
                 * @example 50
                 */
                limit?: components["parameters"]["AuditLogLimit"];
            };
            header?: never;
            path: {
                /**
                 * @description The application's identifier.
                 * @example 1465923871230984192
                 */
                id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getAdminApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application's identifier.
                 * @example 1465923871230984192
                 */
                id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminApplicationResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrMissingScope"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateBotProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application's identifier.
                 * @example 1465923871230984192
                 */
                id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BotProfileUpdateRequest"];
            };
        };
        responses: {
            /** @description The changed profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotProfileResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resetBotToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application's identifier.
                 * @example 1465923871230984192
                 */
                id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SudoRequest"];
            };
        };
        responses: {
            /** @description The bot with its new token. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotTokenResetResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listCurrentUserApplications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationsMeResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getGatewayBot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How to connect. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayBotResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterRequest"];
            };
        };
        responses: {
            /** @description The account and its session. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthSessionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthSessionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCurrentUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrMissingScope"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateCurrentUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdateRequest"];
            };
        };
        responses: {
            /** @description The changed account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The linked accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrMissingScope"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionCreateRequest"];
            };
        };
        responses: {
            /** @description The linked account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listCurrentUserGuilds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The guilds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserGuildListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrMissingScope"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's identifier.
                 * @example 1465923870000000000
                 */
                id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrMissingScope"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listAuditLogs: {
        parameters: {
            query?: {
                /**
                 * @description Only entries with a smaller identifier, for the next page.
                 * @example 1465923890000000000
                 */
                before?: components["parameters"]["BeforeAuditLogEntry"];
                /**
                 * @description How many entries at most.
                 * @example 50
                 */
                limit?: components["parameters"]["AuditLogLimit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrMissingScope"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createGuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuildCreateRequest"];
            };
        };
        responses: {
            /** @description The guild. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuildResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getGuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The guild's identifier.
                 * @example 1465923900000000000
                 */
                id: components["parameters"]["GuildId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The guild. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuildResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getGuildMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The guild's identifier.
                 * @example 1465923900000000000
                 */
                id: components["parameters"]["GuildId"];
                /**
                 * @description The member's user identifier.
                 * @example 1465923871230984192
                 */
                userId: components["parameters"]["MemberUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuildMemberResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listGuildRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The guild's identifier.
                 * @example 1465923900000000000
                 */
                id: components["parameters"]["GuildId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuildRoleListResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
