package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.app.Installation.Setup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One installation of each setup with Twilio's stand-in, for all of these tests; each has four telephones of its own. */
@SuppressWarnings("NullAway") // JUnit fills the parameter in before anything reads it
@ParameterizedClass
@EnumSource(value = Setup.class, names = {"POLLING_H2", "WEBHOOK_POSTGRESQL"})
abstract class WhatsAppHouse {
    private static final Map<Setup, Installation> SHARED = new ConcurrentHashMap<>();
    private static final Pattern CODE = Pattern.compile("rejoindre(?:%20| )([0-9A-Z]{8})");

    @Parameter
    Setup setup;

    Installation house;
    Telephone claire;
    Telephone julie;
    Telephone marc;
    Telephone lea;

    @BeforeEach
    void enter() {
        house = SHARED.computeIfAbsent(setup, WhatsAppHouse::open);
        claire = Telephone.of(house, "Claire Quemeneur");
        julie = Telephone.of(house, "Julie Lagathu");
        marc = Telephone.of(house, "Marc Brezellec");
        lea = Telephone.unnumbered(house, "Léa Kervarec");
    }

    @AfterEach
    void noFaults() {
        house.twilio().world().faults().none();
    }

    private static Installation open(Setup setup) {
        try {
            Installation installation = new Installation(setup, Files.createTempDirectory("whole-house")).withWhatsApp()
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(installation::close));
            return installation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A relayed group of these four, founded by another; quickly made, so that nobody has used up the rate to a person. */
    void four(String name) {
        RelayedCrowd crowd = RelayedCrowd.open(house, name + " " + claire.person().address(), 1);
        List.of(claire, julie, marc, lea).forEach(one -> crowd.letsIn(house, one));
        crowd.settles(house);
    }

    /** A relayed group of the four; Julie is its correspondent. */
    String relayed(String name) {
        String title = name + " " + claire.person().address();
        claire.writes("/relaye " + title);
        claire.hears("est ouvert");
        claire.writes("consentir");
        claire.hears("Vous participez");
        String code = code(claire, title);
        int number = 0;
        for (Telephone one : List.of(julie, marc, lea)) {
            number++;
            one.writes("rejoindre " + code);
            one.hears("Acceptez-vous");
            one.answers("1");
            one.hears("profession");
            // while a question is open, what is typed answers it and goes to nobody else
            one.answers("médecin");
            one.hears("Où exercez-vous");
            one.answers("29");
            one.hears("RPPS");
            claire.hears("Demande n° " + number);
            claire.writes("/accepter " + number);
            one.hears("Vous participez");
        }
        claire.writes("/correspondant 2");
        julie.hears("Vous êtes correspondant");
        return title;
    }

    static String code(Telephone animator, String title) {
        animator.writes("/invitation");
        Matcher code = CODE.matcher(animator.hears("Invitation à « " + title).text());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    void settled() {
        house.settles();
        await().atMost(Telephone.PATIENCE).until(() -> house.twilio().world().underWay() == 0);
    }

    /** As soon as every copy is delivered, no words lie in the way out or the way in any more. */
    void wordsAreGone() {
        wordsAreGone(Telephone.PATIENCE);
    }

    void wordsAreGone(Duration patience) {
        JdbcClient db = house.get(JdbcClient.class);
        await().atMost(patience).untilAsserted(() -> {
            assertThat(db.sql("select kind, status, code from outbox where channel = 'whatsapp' and body is not null")
                    .query().listOfRows()).isEmpty();
            assertThat(db.sql("select count(*) from inbox where channel = 'whatsapp'").query(Long.class).single())
                    .isZero();
        });
    }
}
