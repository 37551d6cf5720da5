package example;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may do what. The office keeps tables, seals, draws and amends. A witness contributes. An auditor reads and verifies. Everybody
 * reads commitments and public forms. The endpoints name their roles ({@link Api}).
 */
@Configuration
@EnableWebSecurity
@EnableMethodSecurity
class Security {
    /** The type of the request is in {@code javax} or {@code jakarta}, so it is not named. */
    private static final RequestMatcher PUBLISHED = request ->
            "GET".equals(request.getMethod()) && request.getServletPath().matches("/commitments(/[0-9a-f]{64}(/public-form)?)?");

    /** The page of an error. It has only the status. */
    private static final RequestMatcher ERROR = request -> "/error".equals(request.getServletPath());

    @Bean
    SecurityFilterChain requests(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(all -> all.requestMatchers(PUBLISHED, ERROR).permitAll().anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(csrf -> csrf.disable()) // no cookies, so no forged requests
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Refuses a path that could be read in two ways, with 400. */
    @Bean
    RequestRejectedHandler rejected() {
        return new HttpStatusRequestRejectedHandler();
    }

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService users(
            PasswordEncoder passwords,
            @Value("${draws.password.office}") String office,
            @Value("${draws.password.witness}") String witness,
            @Value("${draws.password.auditor}") String auditor) {
        return new InMemoryUserDetailsManager(
                user("office", "OFFICE", passwords.encode(office)),
                user("witness", "WITNESS", passwords.encode(witness)),
                user("auditor", "AUDITOR", passwords.encode(auditor)));
    }

    private static UserDetails user(String name, String role, String password) {
        return User.withUsername(name).password(password).roles(role).build();
    }
}
