package org.covigie.bot.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import org.covigie.bot.sandbox.twilio.TwilioStandIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The stand-in of Twilio's server, and the people's telephones. */
@OnlyWithTelephones
@Configuration(proxyBeanMethods = false)
class TelephonesConfiguration {

    /** Slow enough to see the ticks change. */
    private static final Duration STEP = Duration.ofMillis(150);

    @Bean(destroyMethod = "stop")
    TwilioStandIn twilioStandIn(Environment environment,
            @Value("${covigie.sandbox.whatsapp-port}") int port,
            @Value("${covigie.public-url:http://localhost:8080}") String publicUrl,
            @Value("${covigie.sandbox.whatsapp-state-file:./data/sandbox-whatsapp.json}") String stateFile) {
        return TwilioStandIn.builder().port(port)
                .account(SandboxEnvironment.ACCOUNT, SandboxEnvironment.AUTH_TOKEN, SandboxEnvironment.SENDER)
                .publicUrl(publicUrl).localUrl(() -> local(environment)).step(STEP)
                .stateFile(stateFile.isBlank() ? null : Path.of(stateFile)).build();
    }

    /** The port that the application took; before that the one it was told. */
    private static String local(Environment environment) {
        String port = environment.getProperty("local.server.port");
        return "http://127.0.0.1:" + (port == null ? environment.getProperty("server.port", "8080") : port);
    }

    @Bean
    Telephones telephones(TwilioStandIn standIn) {
        return new Telephones(standIn.world());
    }

    @Bean
    TelephoneGuide telephoneGuide(TwilioStandIn standIn, Telephones telephones) {
        return new TelephoneGuide(standIn.world(), telephones);
    }

    @Bean
    TelephonesLifecycle telephonesLifecycle(TwilioStandIn standIn, Telephones telephones) {
        return new TelephonesLifecycle(standIn, telephones);
    }
}
