package casetrail.edge.identity;

import casetrail.edge.problem.ProblemWriter;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may reach which path. What a role may do is decided, and put on record, by the command it asks for; here it is only decided whether
 * somebody is known at all.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    /** All that anybody may ask; a test walks every mapping there is and finds nothing else open. */
    static final String[] OPEN_TO_ALL = {
        "/actuator/health", "/actuator/health/*", "/v3/api-docs", "/v3/api-docs.yaml", "/problems/*"
    };

    @Bean
    SecurityFilterChain casetrailSecurity(HttpSecurity http, WhoIsAsking whoIsAsking, ProblemWriter writer) {
        return http
                // No cookie proves anybody here, so no foreign page can make a browser ask in somebody's name.
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(h -> h.contentSecurityPolicy(
                                c -> c.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterAt(whoIsAsking, BasicAuthenticationFilter.class)
                .authorizeHttpRequests(a -> a
                        // They go on with a request that was let in before.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OPEN_TO_ALL)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, OPEN_TO_ALL)
                        .permitAll()
                        .requestMatchers(HttpMethod.OPTIONS, OPEN_TO_ALL)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/login")
                        .permitAll()
                        .requestMatchers("/api/operations/**")
                        .hasAnyAuthority(AskerAuthentication.LOCAL_OPERATOR, "ROLE_ADMIN")
                        .requestMatchers("/actuator/prometheus")
                        .hasAnyAuthority(AskerAuthentication.LOCAL_OPERATOR, "ROLE_ADMIN", "ROLE_AUDITOR")
                        .requestMatchers("/api/views", "/api/views/**")
                        .hasAnyAuthority(AskerAuthentication.LOCAL_OPERATOR, AskerAuthentication.PERSON)
                        .requestMatchers(HttpMethod.GET, "/api/log")
                        .hasAnyAuthority(AskerAuthentication.LOCAL_OPERATOR, AskerAuthentication.PERSON)
                        .anyRequest()
                        .hasAuthority(AskerAuthentication.PERSON))
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, fault) ->
                                writer.write(Refusal.of(RefusalCode.NOT_AUTHENTICATED), request, response))
                        .accessDeniedHandler((request, response, fault) ->
                                writer.write(Refusal.of(RefusalCode.FORBIDDEN_ROLE), request, response)))
                .build();
    }

    /** Each filter timed by itself is a cost of every request that nobody looks at; requests as a whole are timed all the same. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Paths that could be read in two ways. */
    @Bean
    RequestRejectedHandler rejectedRequests(ProblemWriter writer) {
        return (request, response, fault) -> writer.write(Refusal.of(RefusalCode.INVALID_REQUEST), request, response);
    }
}
