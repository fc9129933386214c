package org.covigie.bot.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/** Who may call what: the interface with the bearer token, the open doors by name, nothing else. No session, no form. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "frame-ancestors 'self'; form-action 'self'";

    private static final String[] OPEN = {"/", "/sandbox/**", "/register", "/register/**", "/telegram/webhook",
            "/whatsapp/**", "/mail/**",
            "/actuator/health", "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs", "/v3/api-docs.yaml",
            "/v3/api-docs/**", "/favicon.ico", "/favicon.svg", "/error"};
    /**
     * These take JSON only, are signed by who sends them, or are known to nobody else: a form of another site cannot do harm
     * there, and a mail program that unsubscribes by one click has no cookie (rfc-editor.org/rfc/rfc8058).
     */
    private static final String[] NO_FORMS = {"/telegram/webhook", "/whatsapp/**", "/sandbox/api/**", "/mail/**"};

    @Bean
    @Order(10)
    SecurityFilterChain apiChain(HttpSecurity http, ApiTokens tokens, SignedWebhooks signed, JsonMapper json)
            throws Exception {
        AuthenticationEntryPoint unknown = (request, response, failure) -> {
            boolean wrong = bearer(request.getHeader(HttpHeaders.AUTHORIZATION)) != null;
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
                    wrong ? "Bearer realm=\"covigie\", error=\"invalid_token\"" : "Bearer realm=\"covigie\"");
            Problem.of(HttpStatus.UNAUTHORIZED, "The header Authorization must hold the bearer token.").write(request,
                    response,
                    json);
        };
        http.securityMatcher("/api", "/api/**").authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore((request, response, chain) -> signed.filter((HttpServletRequest) request,
                        (HttpServletResponse) response, chain), BearerTokenAuthenticationFilter.class)
                .oauth2ResourceServer(server -> server
                        .bearerTokenResolver(request -> bearer(request.getHeader(HttpHeaders.AUTHORIZATION)))
                        .authenticationEntryPoint(unknown)
                        .opaqueToken(opaque -> opaque.introspector(token -> operator(tokens, token))))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unknown).accessDeniedHandler(
                        (request, response, failure) -> Problem.of(HttpStatus.FORBIDDEN, "This token may not do this.")
                                .write(request, response, json)));
        return common(http).build();
    }

    /** What is not opened by name does not exist for a stranger. */
    @Bean
    @Order(100)
    SecurityFilterChain pagesChain(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests -> requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll()
                .requestMatchers(OPEN).permitAll().anyRequest().denyAll())
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                        .ignoringRequestMatchers(NO_FORMS))
                .exceptionHandling(failures -> failures
                        .authenticationEntryPoint((request, response, failure) -> response
                                .sendError(HttpStatus.NOT_FOUND.value())));
        return common(http).build();
    }

    private static HttpSecurity common(HttpSecurity http) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .formLogin(AbstractHttpConfigurer::disable).httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .contentTypeOptions(Customizer.withDefaults())
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin));
    }

    /** What follows the word Bearer; more tolerant than RFC 6750, whose alphabet an operator's own token may not keep to. */
    private static @Nullable String bearer(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return null;
        }
        String token = authorization.substring(7).strip();
        return token.isEmpty() ? null : token;
    }

    private static DefaultOAuth2AuthenticatedPrincipal operator(ApiTokens tokens, String token) {
        if (!tokens.matches(token)) {
            throw new BadOpaqueTokenException("not the token");
        }
        return new DefaultOAuth2AuthenticatedPrincipal("operator", Map.of("sub", "operator"),
                List.copyOf(AuthorityUtils.createAuthorityList("OPERATOR")));
    }
}
