package org.covigie.bot.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.covigie.bot.people.Profession;
import org.covigie.bot.signals.Kind;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.signals.Signals;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(SearchTest.Engine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
    private static final String OEDEME = "Œdèmes APRÈS l’été : beaucoup de cas chez les nourrissons";
    private static final String RUPTURE = "Ruptures d’amoxicilline dans toutes les pharmacies";
    private static final String SOLUTION = "La pharmacie du port prépare de l’amoxicilline";

    enum Engine {
        POSTGRESQL(Database.POSTGRESQL), POSTGRESQL_WITHOUT_UNACCENT(Database.POSTGRESQL), H2(Database.H2);

        private final Database database;

        Engine(Database database) {
            this.database = database;
        }
    }

    @Parameter
    Engine engine = Engine.H2;
    private House house;
    private Register register;

    @BeforeAll
    void publishes() throws Exception {
        house = House.on(engine.database);
        register = house.get(Register.class);
        if (engine == Engine.POSTGRESQL_WITHOUT_UNACCENT) {
            withoutUnaccent();
        }
        Actor anna = house.person("Anna");
        Chat chat = house.group("Côte", anna);
        anna.says(chat, "/correspondant 1");
        anna.says(chat, "/consentir");
        for (String[] said : new String[][]{{OEDEME, "/p Noté par la sœur"}, {RUPTURE, "/p"}, {SOLUTION, "/s"}}) {
            anna.replies(chat, anna.says(chat, said[0]), said[1]);
            house.get(Signals.class).publish(house.signals(chat).getFirst().id(), null);
            house.settles();
            house.clock().advance(java.time.Duration.ofSeconds(1));
        }
        anna.replies(chat, anna.says(chat, "Amoxicilline : encore un brouillon"), "/p");
        house.get(JdbcClient.class).sql("update signal set author_profession = 'NURSE', department = '29' "
                + "where kind = 'SOLUTION'").update();
    }

    @AfterAll
    void closes() {
        house.close();
    }

    private void withoutUnaccent() throws Exception {
        try (Connection connection = house.get(DataSource.class).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("alter table signal drop column searched");
            sql.execute("drop function covigie_words");
            sql.execute("drop text search configuration covigie_french");
            SearchMigration.apply(connection, null);
        }
    }

    @Test
    void wordsAreFoundInAnyFormAndCaseAndWithoutAccents() {
        for (String words : List.of("oedeme", "ŒDÈME", "oedèmes l'ete", "nourrisson", "SOEUR note")) {
            assertThat(found(words)).as(words).containsExactly(OEDEME);
        }
        assertThat(found("rupture d'amoxicilline")).containsExactly(RUPTURE, SOLUTION);
        assertThat(found("rupture d’amoxicilline dans la pharmacie").getFirst()).isEqualTo(RUPTURE);
    }

    @Test
    void whatHoldsOnlyOneOfTheWordsIsShownWhereNothingHoldsMore() {
        assertThat(found("nourrisson ambulance")).containsExactly(OEDEME);
        assertThat(found("ambulance")).isEmpty();
    }

    @Test
    void aDraftIsNeverFound() {
        assertThat(found("brouillon")).isEmpty();
        assertThat(found("amoxicilline")).containsExactlyInAnyOrder(RUPTURE, SOLUTION);
    }

    @Test
    void signsAndStopWordsFindNothingAndHurtNobody() {
        for (String words : List.of("'", "\\", "% _", "&|!():*", "le la les", "' | 'x", "a:*b <-> c")) {
            assertThat(found(words)).as(words).isEmpty();
        }
    }

    @Test
    void filtersNarrowWhatIsFoundAndWhatIsListed() {
        LocalDate today = LocalDate.ofInstant(house.clock().instant(), java.time.ZoneId.of("Europe/Paris"));
        for (String words : List.of("", "amoxicilline")) {
            assertThat(found(new Sought(words, Kind.SOLUTION, null, null, null, null))).containsExactly(SOLUTION);
            assertThat(found(new Sought(words, null, Profession.NURSE, null, null, null))).containsExactly(SOLUTION);
            assertThat(found(new Sought(words, null, null, "29", null, null))).containsExactly(SOLUTION);
            assertThat(found(new Sought(words, null, null, "35", null, null))).isEmpty();
            assertThat(found(new Sought(words, null, null, null, today, today))).contains(SOLUTION, RUPTURE);
            assertThat(found(new Sought(words, null, null, null, today.plusDays(1), null))).isEmpty();
            assertThat(found(new Sought(words, null, null, null, null, today.minusDays(1)))).isEmpty();
        }
    }

    @Test
    void theLastPublishedComeFirstWhereThatIsWanted() {
        assertThat(found(Sought.ALL)).containsExactly(SOLUTION, RUPTURE, OEDEME);
        Register.Found one = register.find(Sought.words("amoxicilline"), Register.Order.NEWEST, 1, 1);
        assertThat(one.total()).isEqualTo(2);
        assertThat(one.items()).extracting(SignalDocument::text).containsExactly(RUPTURE);
    }

    private List<String> found(String words) {
        return found(Sought.words(words));
    }

    private List<String> found(Sought sought) {
        return register.find(sought, Register.Order.BEST, 0, 10).items().stream().map(SignalDocument::text).toList();
    }
}
