package org.covigie.bot.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.covigie.bot.signals.Signals;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much of what somebody looks for is among the first five, on 200 invented signals and 30 queries as people type them. */
@ParameterizedClass
@EnumSource(Database.class)
class SearchQualityTest {
    private static final int SHOWN = 5;
    /** Of what fits best; what was measured is printed, and stands in the README. */
    private static final double LEAST = 0.95;

    @Parameter
    Database database = Database.H2;

    @Test
    void mostOfWhatFitsIsAmongTheFirstFive() throws IOException {
        try (House house = House.on(database)) {
            Map<String, String> names = published(house);
            Register register = house.get(Register.class);
            double sum = 0;
            List<String> report = new ArrayList<>();
            List<String> queries = lines("queries.txt");
            for (String line : queries) {
                String[] parts = line.split("\t", 2);
                Set<String> fitting = Set.of(parts[1].split(" "));
                List<String> found = register.find(Sought.words(parts[0]), Register.Order.BEST, 0, SHOWN).items()
                        .stream()
                        .map(signal -> Objects.requireNonNull(names.get(signal.text()))).toList();
                double recall = (double) found.stream().filter(fitting::contains).count() / fitting.size();
                sum += recall;
                if (recall < 1) {
                    report.add("  %-42s wanted %s, found %s".formatted(parts[0], parts[1], found));
                }
            }
            double mean = sum / queries.size();
            System.out.printf("recall@%d on %s: %.3f of %d queries%n%s%n", SHOWN, database, mean, queries.size(),
                    String.join("\n", report));
            assertThat(mean).isGreaterThanOrEqualTo(LEAST);
        }
    }

    /** All published at once: each is a copy of one that was really published, with words of its own. */
    private static Map<String, String> published(House house) throws IOException {
        Actor anna = house.person("Anna");
        Chat chat = house.group("Côte", anna);
        anna.says(chat, "/correspondant 1");
        anna.says(chat, "/consentir");
        anna.replies(chat, anna.says(chat, "Premier message"), "/p");
        var first = house.signals(chat).getFirst().id();
        house.get(Signals.class).publish(first, null);
        house.settles();
        JdbcClient db = house.get(JdbcClient.class);
        String same = String.join(", ", db.sql("select lower(column_name) as name from information_schema.columns "
                + "where lower(table_name) = 'signal' and lower(table_schema) = 'public' and lower(column_name) not in "
                + "('id', 'number', 'text', 'source_print', 'searched')").query(String.class).list());
        Map<String, String> names = new HashMap<>();
        int number = 1;
        for (String line : lines("signals.txt")) {
            String[] parts = line.split("\t", 2);
            names.put(parts[1], parts[0]);
            number++;
            assertThat(db
                    .sql("insert into signal (id, number, text, source_print, " + same + ") select gen_random_uuid(), "
                            + ":number, :text, :print, " + same + " from signal where id = :first")
                    .param("number", number)
                    .param("text", parts[1]).param("print", "copy" + number).param("first", first).update()).isOne();
        }
        assertThat(names).hasSize(200);
        db.sql("update signal set status = 'WITHDRAWN' where id = :first").param("first", first).update();
        return names;
    }

    private static List<String> lines(String name) throws IOException {
        return new ClassPathResource("register/" + name).getContentAsString(StandardCharsets.UTF_8).lines().toList();
    }
}
