package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.covigie.bot.app.Installation.Setup;
import org.covigie.bot.sandbox.telegram.Group;
import org.covigie.bot.sandbox.telegram.Person;
import org.covigie.bot.sandbox.telegram.World;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A busy group in which hardly anything is tagged. Afterwards neither the databases' files nor anything logged hold a word, a name
 * or a handle of what was not; nor, of what was, a name or a handle.
 */
class NothingUntaggedTest {
    /** What people said that nobody tagged. */
    private static final List<String> UNTAGGED = List.of("xylotriton", "carabistouille", "Zéphyrine", "Quilboquet",
            "zquilboquet77", "brimborion", "fanfreluche", "galimatias", "Théodulf", "Escarbagnas", "tescarba88",
            "pétaouchnok",
            "turlupinade", "hurluberlu", "calembredaine", "coquecigrue", "billevesée", "amphigouri", "saperlipopette",
            "escampette", "chafouin");
    /** Who tagged, was tagged, or commands: known, but never in clear. */
    private static final List<String> SEALED = List.of("Aurélane", "Kerdoncuff", "akerdoncuff", "Barnabé", "Lozachmeur",
            "blozachmeur", "Clodomir", "Pennanguer", "cpennanguer", "sornettes");
    private static final String TAGGED = "amarantine";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Setup.class, names = {"WEBHOOK_H2", "POLLING_POSTGRESQL"})
    void nothingOfWhatWasNotTaggedIsLeftAnywhere(Setup setup) throws IOException {
        Path files = folder;
        byte[] logged;
        try (Installation house = new Installation(setup, folder).start(); Logs logs = new Logs()) {
            // the house itself has nothing to tell of an ordinary day: this line shows that the capture hears it
            LoggerFactory.getLogger("org.covigie.bot").debug("a busy group begins");
            aBusyGroup(house);
            house.settles();
            if (setup.postgres()) {
                files = Path.of(query(house, "show data_directory"));
                assertThat(Traces.in(everyRow(house), UNTAGGED)).isEmpty();
                assertThat(Traces.in(everyRow(house), SEALED)).isEmpty();
                house.get(JdbcClient.class).sql("checkpoint").update();
            } else {
                house.get(JdbcClient.class).sql("checkpoint sync").update();
            }
            look(files);
            logged = logs.bytes();
        }
        look(files);

        assertThat(new String(logged, StandardCharsets.UTF_8)).contains("a busy group begins");
        assertThat(Traces.in(logged, UNTAGGED)).isEmpty();
        assertThat(Traces.in(logged, SEALED)).isEmpty();
        assertThat(Traces.in(logged, List.of(TAGGED))).isEmpty();
    }

    private static void look(Path files) throws IOException {
        // what was tagged is found: the search can find
        assertThat(Traces.below(files, List.of(TAGGED))).containsExactly(TAGGED);
        assertThat(Traces.below(files, UNTAGGED)).isEmpty();
        assertThat(Traces.below(files, SEALED)).isEmpty();
    }

    private static void aBusyGroup(Installation house) {
        World world = house.world();
        Person animator = world.newPerson("Aurélane", "Kerdoncuff", "akerdoncuff", "fr");
        Person correspondent = world.newPerson("Barnabé", "Lozachmeur", "blozachmeur", "fr");
        Person author = world.newPerson("Clodomir", "Pennanguer", "cpennanguer", "fr");
        Person talker = world.newPerson("Zéphyrine", "Quilboquet", "zquilboquet77", "fr");
        Person newcomer = world.newPerson("Théodulf", "Escarbagnas", "tescarba88", null);
        Group group = world.newGroup("Groupe bavard", animator, correspondent, author, talker);
        world.writePrivately(animator, "/start");
        world.writePrivately(correspondent, "/start");
        world.addBot(group, animator, true);
        int hello = world.say(group, correspondent, "Bonjour, brimborion");
        world.reply(group, animator, hello, "/correspondant");
        Village.eventually(() -> world.privateMessages(correspondent).stream()
                .filter(m -> m.text().contains("Vous êtes correspondant(e)")).findFirst().orElse(null));

        int chat = world.say(group, talker, "Quelqu’un a vu un xylotriton ?");
        world.edit(group, talker, chat, "Quelqu’un a vu une carabistouille ?");
        world.react(group, talker, chat, "🤔");
        world.react(group, correspondent, chat, "👍");
        world.reply(group, correspondent, chat, "Non, mais une fanfreluche, oui");
        world.album(group, talker, "Photos du galimatias", 2);
        world.write(group, talker).forwardedFromHidden("Théodulf le Grand").text("Transféré de pétaouchnok").send();
        world.join(group, newcomer);
        world.say(group, newcomer, "Bonjour de la part de turlupinade");
        world.leave(group, newcomer);
        world.write(group, animator).text("Au nom du groupe : hurluberlu").anonymously().send();
        // commands of others, of other bots and of nobody: nothing of what they answer or carry is kept
        world.reply(group, author, world.say(group, talker, "calembredaine"), "/p coquecigrue");
        world.reply(group, correspondent, chat, "/aide");
        world.say(group, talker, "/pizza@another_bot billevesée");
        world.say(group, correspondent, "/inconnue amphigouri");
        world.writePrivately(correspondent, "Un mot au robot : saperlipopette");
        world.writePrivately(correspondent, "/inconnue escampette");
        int untold = world.say(group, talker, "chafouin");
        world.react(group, talker, untold, "👀");

        int message = world.say(group, author, "Une rupture " + TAGGED + " depuis lundi");
        world.reply(group, correspondent, message, "/p");
        Village.eventually(() -> world.botReaction(group, message));
        world.writePrivately(correspondent, "/brouillons");
        world.writePrivately(correspondent, "/voir 1");
        world.say(group, author, "/consentir");
        world.writePrivately(author, "/mesdonnees");
        world.writePrivately(author, "sornettes");
        Village.eventually(
                () -> world.privateMessages(author).stream().filter(m -> m.text().contains("Voici tout")).findFirst()
                        .orElse(null));
    }

    private static String query(Installation house, String sql) {
        return house.get(JdbcClient.class).sql(sql).query(String.class).single();
    }

    /** All columns of all rows of all tables, with binary columns as bytes. */
    private static byte[] everyRow(Installation house) throws IOException {
        JdbcClient db = house.get(JdbcClient.class);
        Path dump = Files.createTempFile("rows", ".txt");
        for (String table : db.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class).list()) {
            StringBuilder rows = new StringBuilder();
            db.sql("select * from \"" + table + "\"").query().listOfRows()
                    .forEach(row -> row.values().forEach(value -> rows
                            .append(value instanceof byte[] binary
                                    ? new String(binary, StandardCharsets.ISO_8859_1)
                                    : Objects.toString(value))
                            .append('\n')));
            Files.writeString(dump, rows, java.nio.file.StandardOpenOption.APPEND);
        }
        byte[] all = Files.readAllBytes(dump);
        Files.delete(dump);
        return all;
    }
}
