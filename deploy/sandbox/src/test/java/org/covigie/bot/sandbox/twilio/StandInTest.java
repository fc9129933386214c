package org.covigie.bot.sandbox.twilio;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A started stand-in with a receiver for its webhooks and two people. */
abstract class StandInTest {

    static final String PUBLIC = "https://bot.example.org";
    final Receiver bot = new Receiver();
    final TwilioStandIn server = settings().build();
    final World world = server.world();
    final Caller twilio = new Caller(server);
    final Person lea = world.person("Léa 🐝", "+33639981301", "FR.LEA1");
    final Person marc = world.person("Marc", null, "FR.MARC1");

    TwilioStandIn.Builder settings() {
        return TwilioStandIn.builder().publicUrl(PUBLIC).localUrl(bot::url).step(Duration.ofMillis(1))
                .retryPause(Duration.ofMillis(5));
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        bot.close();
    }

    void settles() {
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(5)).until(() -> world.underWay() == 0);
    }

    String status(String sid) {
        return twilio.get("/Messages/" + sid + ".json").text("status");
    }

    int error(String sid) {
        return twilio.get("/Messages/" + sid + ".json").json().path("error_code").asInt(0);
    }
}
